package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the pages true is itself to be relied on. */
class SnippetsTest {

  @TempDir private Path root;

  @BeforeEach
  void writeASource() throws IOException {
    Files.writeString(
        root.resolve("Some.java"),
        """
        class Some {
          // region inner
          void one() { // contract §1.2,
            // 5.1 and 6
            two();
          }
          // endregion
        }
        """);
  }

  @Test
  void quotesARegionWithoutItsIndentation() throws IOException {
    assertEquals(
        """
        Look:
        <!-- snippet: Some.java#inner -->
        ```java
        void one() { // contract §1.2,
          // 5.1 and 6
          two();
        }
        ```
        End.
        """,
        Snippets.updated(
            root,
            """
            Look:
            <!-- snippet: Some.java#inner -->
            ```java
            old
            ```
            End.
            """));
  }

  @Test
  void quotesARegionOfYaml() throws IOException {
    Files.writeString(root.resolve("some.yaml"), "a: 1\n# region b\nb: 2\n# endregion\nc: 3\n");
    String page = "<!-- snippet: some.yaml#b -->\n```yaml\n```\n";

    assertEquals(
        "<!-- snippet: some.yaml#b -->\n```yaml\nb: 2\n```\n", Snippets.updated(root, page));
  }

  @Test
  void refusesARegionThatIsNotThere() {
    String page = "<!-- snippet: Some.java#outer -->\n```java\n```\n";

    assertThrows(IllegalArgumentException.class, () -> Snippets.updated(root, page));
  }

  @Test
  void findsJavaThatQuotesNothing() {
    assertEquals(
        List.of(3), Snippets.unmarked("Look:\n\n```java\nint i;\n```\n\n```\ntext\n```\n"));
  }

  @Test
  void findsLinksThatLeadNowhere() throws IOException {
    Path page = root.resolve("page.md");
    Files.writeString(
        page,
        """
        # A heading, with `code`
        [a](Some.java) [b](None.java) [c](#a-heading-with-code) [d](#none) [e](https://juju.is)
        """);

    assertEquals(List.of("page.md -> None.java", "page.md -> #none"), Page.read(page).deadLinks());
  }

  @Test
  void findsCitationsAcrossLines() throws IOException {
    assertEquals(Set.of("1.2", "5.1", "6"), new Sources(root).citedSections());
  }
}
