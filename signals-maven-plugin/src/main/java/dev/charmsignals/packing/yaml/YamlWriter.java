package dev.charmsignals.packing.yaml;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a mapping as YAML that every parser reads alike: plain blocks, quotes where in doubt. */
public final class YamlWriter {

  private YamlWriter() {}

  /** Returns the text of a mapping of maps, lists, strings, numbers, booleans and nulls. */
  public static String write(Map<String, ? extends @Nullable Object> values) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    options.setSplitLines(false);
    options.setIndent(2);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    return new Yaml(options).dump(values);
  }
}
