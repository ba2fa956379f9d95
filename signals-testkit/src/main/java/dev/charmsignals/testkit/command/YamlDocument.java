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

/** Parses YAML 1.1 with SnakeYAML, as Juju's parser would. */
final class YamlDocument {

  private static final int DEPTH = 500; // settings have one level; this only ends the recursion

  private YamlDocument() {}

  /** Returns the first document's root, or empty if there is no document. */
  static Optional<Node> first(String text) {
    String mended = text;
    while (true) {
      try {
        return compose(mended);
      } catch (MarkedYAMLException e) {
        String refused = mended;
        mended =
            YamlMending.of(refused, e)
                .orElseThrow(() -> new CommandFailure("yaml: " + YamlComplaint.of(e, refused)));
      } catch (YAMLException e) {
        throw new CommandFailure("yaml: exceeded max depth of " + DEPTH);
      } catch (IllegalArgumentException e) { // SnakeYAML has no such tag; Juju's parser would
        throw new CommandFailure("yaml: a tag that the simulation cannot read");
      }
    }
  }

  private static Optional<Node> compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    options.setNestingDepthLimit(DEPTH);
    options.setTagInspector(tag -> true); // nothing is built from a tag
    StreamReader reader = new StreamReader(new StringReader(text));
    YamlParser parser = new YamlParser(new ParserImpl(reader, options), text);
    Composer composer = new Composer(parser, new Resolver(), options);
    return composer.checkNode() ? Optional.of(composer.getNode()) : Optional.empty();
  }
}
