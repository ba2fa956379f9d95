package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.Mistakes;
import dev.charmsignals.packing.yaml.Place;
import dev.charmsignals.packing.yaml.YamlMap;
import dev.charmsignals.packing.yaml.YamlReader;
import dev.charmsignals.packing.yaml.YamlScalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@code charmcraft.yaml} that Juju and charmcraft accept.
 *
 * @param root all of it
 * @param platforms what the charm can be packed for; at least one
 */
public record CharmSource(YamlMap root, List<Platform> platforms) {

  /** Copies what it is given. */
  public CharmSource {
    platforms = List.copyOf(platforms);
  }

  /**
   * Reads and checks a file.
   *
   * @throws CharmcraftException with every mistake in it
   */
  public static CharmSource read(Path file) {
    Mistakes mistakes = new Mistakes();
    YamlMap map = YamlReader.read(text(file, mistakes), mistakes);
    List<Platform> platforms = List.of();
    if (mistakes.all().isEmpty() || !map.entries().isEmpty()) {
      Section root = new Section("", Place.START, map, mistakes);
      CharmRules.check(root);
      platforms = PlatformRules.read(root);
    }
    if (!mistakes.all().isEmpty()) {
      throw new CharmcraftException(file, mistakes.all());
    }
    return new CharmSource(map, platforms);
  }

  /**
   * Returns the platforms that a name picks.
   *
   * @param name an architecture, such as {@code arm64}, or one with its base, {@code
   *     ubuntu@24.04:arm64}
   */
  public List<Platform> platformsCalled(String name) {
    return platforms.stream().filter(platform -> platform.isCalled(name)).toList();
  }

  private static String text(Path file, Mistakes mistakes) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      mistakes.add(Place.START, "there is no such file; begin one with \"name: my-charm\"");
    } catch (MalformedInputException e) {
      mistakes.add(Place.START, "the file is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    throw new CharmcraftException(file, mistakes.all());
  }

  /** Returns the name of the charm. */
  public String name() {
    return root.value("name").map(value -> ((YamlScalar) value).text()).orElseThrow();
  }
}
