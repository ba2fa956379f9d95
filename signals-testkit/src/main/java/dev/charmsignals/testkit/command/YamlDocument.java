package dev.charmsignals.testkit.command;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Parses YAML 1.1 with SnakeYAML, and refuses what only Juju's parser refuses. */
final class YamlDocument {

  private YamlDocument() {}

  /** Returns the first document's root, or empty if there is no document. */
  static Optional<Node> first(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    options.setNestingDepthLimit(500);
    StreamReader reader = new StreamReader(new StringReader(text));
    YamlParser parser = new YamlParser(new ParserImpl(reader, options), text);
    Composer composer = new Composer(parser, new Resolver(), options);
    try {
      return composer.checkNode() ? Optional.of(composer.getNode()) : Optional.empty();
    } catch (MarkedYAMLException e) {
      throw new CommandFailure("yaml: " + YamlComplaint.of(e));
    } catch (YAMLException e) {
      throw new CommandFailure("yaml: exceeded max depth of 500");
    }
  }
}
