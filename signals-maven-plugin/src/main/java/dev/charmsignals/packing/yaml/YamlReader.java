package dev.charmsignals.packing.yaml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a mapping from YAML 1.1, which is what charmcraft and Juju read.
 *
 * <p>Aliases and merged mappings ({@code <<}) are resolved. What one of those two reads as
 * something else than it looks like is a mistake: a key twice, a key such as {@code on} that is no
 * text, a tag.
 */
public final class YamlReader {

  private static final int MAX_VALUES = 100_000;

  private final Mistakes mistakes;
  private final ScalarTypes types = new ScalarTypes();
  private final Deque<Node> open = new ArrayDeque<>();
  private int values;

  private YamlReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /**
   * Reads a text and notes what is wrong with it.
   *
   * @return what could be read; an empty mapping if nothing could
   */
  public static YamlMap read(String text, Mistakes mistakes) {
    return root(text, mistakes).orElse(new YamlMap(Place.START, List.of()));
  }

  private static Optional<YamlMap> root(String text, Mistakes mistakes) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        mistakes.add(Place.START, "the file is empty; begin with \"name: my-charm\"");
      } else if (new YamlReader(mistakes).value(root) instanceof YamlMap map) {
        return Optional.of(map);
      } else {
        mistakes.add(place(root), "the file is no mapping; begin with \"name: my-charm\"");
      }
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      mistakes.add(mark == null ? Place.START : place(mark), "this is no YAML: %s", e.getProblem());
    } catch (YAMLException e) {
      mistakes.add(Place.START, "this is no YAML: %s", e.getMessage());
    }
    return Optional.empty();
  }

  private YamlValue value(Node node) {
    if (++values > MAX_VALUES) {
      throw new YAMLException("it has more than %d values".formatted(MAX_VALUES));
    }
    if (open.contains(node)) {
      throw new YAMLException(
          "the value that begins in line %d contains itself".formatted(place(node).line()));
    }
    open.push(node);
    YamlValue value;
    if (node instanceof MappingNode mapping) {
      value = new YamlMap(place(node), List.copyOf(entries(mapping).values()));
    } else if (node instanceof SequenceNode sequence) {
      List<YamlValue> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(value(item)));
      value = new YamlList(place(node), items);
    } else {
      value = scalar((ScalarNode) node);
    }
    open.pop();
    return value;
  }

  private Map<String, YamlMap.Entry> entries(MappingNode mapping) {
    Map<String, YamlMap.Entry> own = new LinkedHashMap<>();
    Map<String, YamlMap.Entry> merged = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(tuple.getValueNode(), merged);
      } else {
        String key = key(tuple.getKeyNode());
        Place place = place(tuple.getKeyNode());
        YamlMap.Entry before = own.get(key);
        if (before != null) {
          mistakes.add(
              place,
              "\"%s\" stands in line %d already; keep one of the two",
              key,
              before.place().line());
        }
        own.put(key, new YamlMap.Entry(place, key, value(tuple.getValueNode())));
      }
    }
    merged.forEach(own::putIfAbsent);
    return own;
  }

  private void merge(Node node, Map<String, YamlMap.Entry> merged) {
    if (node instanceof MappingNode mapping && !open.contains(node)) {
      open.push(node);
      entries(mapping).forEach(merged::putIfAbsent);
      open.pop();
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(each -> merge(each, merged));
    } else {
      mistakes.add(place(node), "only mappings can be merged; write \"<<: *name\"");
    }
  }

  private String key(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      mistakes.add(place(node), "a key has to be text, such as \"channel\"");
      return node.toString();
    }
    if (!scalar.getTag().equals(Tag.STR)) {
      mistakes.add(
          place(node),
          "the key %s is read as %s; write \"%s\" with quotes",
          scalar.getValue(),
          scalar(scalar).kind(),
          scalar.getValue());
    }
    return scalar.getValue();
  }

  private YamlScalar scalar(ScalarNode node) {
    Place place = place(node);
    try {
      return new YamlScalar(place, node.getValue(), types.value(node));
    } catch (YAMLException | NumberFormatException e) {
      mistakes.add(
          place, "%s is no value of type %s; remove the type", node.getValue(), node.getTag());
      return new YamlScalar(place, node.getValue(), node.getValue());
    }
  }

  private static Place place(Node node) {
    return place(node.getStartMark());
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
