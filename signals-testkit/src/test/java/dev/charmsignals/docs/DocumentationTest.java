package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.charmsignals.CharmSignalsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-jdk")
class DocumentationTest {

  private static final Path ROOT = Page.root();

  @Test
  void quotesCompiledCodeAsItStands() throws IOException {
    List<String> outdated = new ArrayList<>();
    for (Path page : Snippets.pages(ROOT)) {
      String text = Files.readString(page);
      if (!Snippets.updated(ROOT, text).equals(text)) {
        outdated.add(ROOT.relativize(page).toString());
      }
    }

    assertEquals(List.of(), outdated, "run scripts/update-snippets");
  }

  @Test
  void showsNoJavaThatIsNotCompiled() throws IOException {
    List<String> unmarked = new ArrayList<>();
    for (Path page : Snippets.pages(ROOT)) {
      for (int line : Snippets.unmarked(Files.readString(page))) {
        unmarked.add(ROOT.relativize(page) + ":" + line);
      }
    }

    assertEquals(List.of(), unmarked, "Java without <!-- snippet: path#region --> above it");
  }

  @Test
  void linksOnlyToWhatIsThere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : Snippets.pages(ROOT)) {
      dead.addAll(Page.read(page).deadLinks());
    }

    assertEquals(List.of(), dead);
  }

  @Test
  void listsEveryPage() throws IOException {
    String index = Files.readString(ROOT.resolve("docs/README.md"));
    List<String> unlisted = new ArrayList<>();
    for (String kind : List.of("tutorial", "how-to", "reference", "explanation")) {
      try (Stream<Path> pages = Files.list(ROOT.resolve("docs").resolve(kind))) {
        pages
            .map(page -> kind + "/" + page.getFileName())
            .filter(page -> !index.contains("(" + page + ")"))
            .sorted()
            .forEach(unlisted::add);
      }
    }

    assertEquals(List.of(), unlisted);
  }

  @Test
  void explainsEverySectionOfTheContractThatTheSourcesCite() throws IOException {
    Set<String> cited = new Sources(ROOT).citedSections();
    Set<String> missing = new TreeSet<>(cited);
    for (String heading : Page.read(ROOT.resolve("docs/reference/juju-contract.md")).headings()) {
      missing.remove(heading.split(" ")[0]);
    }

    assertFalse(cited.isEmpty());
    assertEquals(Set.of(), missing);
  }

  @Test
  void namesEveryVariableThatTheSourcesName() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/reference/environment.md"));
    Set<String> missing = new TreeSet<>(new Sources(ROOT).variables());
    missing.removeIf(name -> page.contains("`" + name + "`"));

    assertEquals(Set.of(), missing);
  }

  @Test
  void namesEveryExceptionThatAnAuthorCanMeet() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/reference/errors.md"));

    assertEquals(
        List.of(),
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.charmsignals")
                .stream()
                .filter(type -> type.isAssignableTo(CharmSignalsException.class))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .filter(name -> !page.contains("`" + name + "`"))
                .toList());
  }

  @Test
  void listsEveryDecision() throws IOException {
    Path directory = ROOT.resolve("docs/decisions");
    String index = Files.readString(directory.resolve("README.md"));
    try (Stream<Path> notes = Files.list(directory)) {
      assertEquals(
          List.of(),
          notes
              .map(note -> note.getFileName().toString())
              .filter(name -> !name.equals("README.md") && !index.contains("(" + name + ")"))
              .sorted()
              .toList());
    }
  }
}
