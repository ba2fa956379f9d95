package dev.charmsignals.testkit.command;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** What a scalar of a settings file is, as Juju's library resolves it. */
final class YamlScalar {

  private static final Resolver RESOLVER = new Resolver();

  private YamlScalar() {}

  /** Returns a scalar's kind; a tag that its text does not fit is an error. */
  static YamlTag tag(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    String text = scalar.getValue();
    boolean plain = scalar.isPlain();
    if (tag.equals(plain ? RESOLVER.resolve(NodeId.scalar, text, true) : Tag.STR)) {
      return plain ? YamlTag.of(text) : YamlTag.STR;
    }
    return explicit(tag.getValue().replace(Tag.PREFIX, "!!"), text);
  }

  private static YamlTag explicit(String tag, String text) {
    YamlTag found = YamlTag.of(text);
    for (YamlTag known : YamlTag.values()) {
      if (known.tag().equals(tag) && known != YamlTag.STR) {
        if (found == known || known == YamlTag.FLOAT && found == YamlTag.INT) {
          return found;
        }
        throw new CommandFailure(
            "yaml: cannot decode " + found.tag() + " `" + text + "` as a " + tag);
      }
    }
    return YamlTag.STR; // a tag of the writer's own, or !!str: any text will do
  }
}
