package dev.charmsignals.name;

import dev.charmsignals.CharmSignalsException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The charm names an action, a storage, a workload container or a resource without declaring it.
 */
public final class UndeclaredNameException extends CharmSignalsException {

  private final Kind kind;
  private final String name;
  private final List<String> declared;
  private final @Nullable String nearest;

  /** What kind of thing a name is of. */
  public enum Kind {
    /** Declared in {@code actions.yaml}, or below {@code actions} in {@code charmcraft.yaml}. */
    ACTION("actions.yaml", "%s:\n  description: What it does."),
    /** Declared below {@code storage} in the metadata. */
    STORAGE("metadata.yaml", "storage:\n  %s:\n    type: filesystem"),
    /** Declared below {@code containers} in the metadata. */
    CONTAINER(
        "metadata.yaml",
        "containers:\n  %1$s:\n    resource: %1$s-image\n"
            + "resources:\n  %1$s-image:\n    type: oci-image"),
    /** Declared below {@code resources} in the metadata. */
    RESOURCE("metadata.yaml", "resources:\n  %1$s:\n    type: file\n    filename: %1$s.bin");

    private final String file;
    private final String example;

    Kind(String file, String example) {
      this.file = file;
      this.example = example;
    }

    void require(String name, List<String> declared) {
      if (!declared.contains(name)) {
        throw new UndeclaredNameException(this, name, declared, NearMiss.nearest(name, declared));
      }
    }

    private String word() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  private UndeclaredNameException(
      Kind kind, String name, List<String> declared, @Nullable String nearest) {
    super(
        "%s \"%s\" is not declared by the charm, which declares %s%s\nTo declare it in %s:\n%s"
            .formatted(
                kind.word(),
                name,
                declared.isEmpty() ? "none" : "\"" + String.join("\", \"", declared) + "\"",
                nearest == null ? "" : "; did you mean \"" + nearest + "\"?",
                kind.file,
                kind.example.formatted(EndpointName.isWellFormed(name) ? name : "my-name")));
    this.kind = kind;
    this.name = name;
    this.declared = List.copyOf(declared);
    this.nearest = nearest;
  }

  /** Returns what kind of thing the name is of. */
  public Kind kind() {
    return kind;
  }

  /** Returns the name that the charm used. */
  public String name() {
    return name;
  }

  /** Returns the names of that kind that the charm declares. */
  public List<String> declared() {
    return declared;
  }

  /** Returns the declared name that was probably meant. */
  public Optional<String> nearest() {
    return Optional.ofNullable(nearest);
  }
}
