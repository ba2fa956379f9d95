package dev.charmsignals.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page that lists the plugin's parameters, held against what the build makes of the plugin. */
@Tag("any-jdk")
class PluginPageTest {

  private static final Path PAGE = Path.of("../docs/reference/maven-plugin.md");

  @Test
  void listsEveryParameterWithItsPropertyAndDefaultAndNoOther() throws Exception {
    List<String> listed = new ArrayList<>();
    String goal = "";
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("## ")) {
        goal = line.substring(3);
      } else if (line.startsWith("| `") && line.split("\\|").length == 5) {
        String[] cells = line.split("\\|");
        listed.add("%s:%s|%s|%s".formatted(goal, cells[1], cells[2], cells[3]));
      }
    }

    assertEquals(parameters().stream().sorted().toList(), listed.stream().sorted().toList());
  }

  /** Returns the parameters that an author can set, as the page has them. */
  private static List<String> parameters() throws Exception {
    Document descriptor;
    try (InputStream in = PackMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      descriptor = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
    List<String> parameters = new ArrayList<>();
    NodeList mojos = descriptor.getElementsByTagName("mojo");
    for (int i = 0; i < mojos.getLength(); i++) {
      Element mojo = (Element) mojos.item(i);
      NodeList all = mojo.getElementsByTagName("parameter");
      for (int j = 0; j < all.getLength(); j++) {
        Element parameter = (Element) all.item(j);
        if (text(parameter, "editable").equals("true")) {
          parameters.add(row(mojo, text(parameter, "name")));
        }
      }
    }
    return parameters;
  }

  private static String row(Element mojo, String name) {
    NodeList configured = mojo.getElementsByTagName("configuration");
    String property = "";
    String byDefault = "";
    if (configured.getLength() > 0) {
      NodeList values = ((Element) configured.item(0)).getElementsByTagName(name);
      if (values.getLength() > 0) {
        Element value = (Element) values.item(0);
        property = value.getTextContent();
        byDefault = value.getAttribute("default-value");
      }
    }
    return "%s: `%s` |%s|%s".formatted(text(mojo, "goal"), name, cell(property), cell(byDefault));
  }

  /** Returns a cell of the page; a property stands in it without its braces. */
  private static String cell(String text) {
    if (text.isEmpty()) {
      return " ";
    }
    boolean property =
        text.startsWith("${") && !text.contains("project.") && !text.equals("${java.home}");
    return " `" + (property ? text.substring(2, text.length() - 1) : text) + "` ";
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}
