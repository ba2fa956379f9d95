package dev.charmsignals.model;

import dev.charmsignals.CharmSignalsException;
import dev.charmsignals.name.NearMiss;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The charm reads a config option that its {@code config.yaml} does not declare. */
public final class UnknownOptionException extends CharmSignalsException {

  private final String option;
  private final List<String> declared;
  private final @Nullable String nearest;

  UnknownOptionException(String option, List<String> declared) {
    this(option, declared, NearMiss.nearest(option, declared));
  }

  private UnknownOptionException(String option, List<String> declared, @Nullable String nearest) {
    super(
        "Config option \"%s\" is not declared in the charm's config, which declares %s%s"
            .formatted(
                option,
                declared.isEmpty() ? "none" : "\"" + String.join("\", \"", declared) + "\"",
                nearest == null
                    ? "; declare it below options"
                    : "; did you mean \"" + nearest + "\"?"));
    this.option = option;
    this.declared = List.copyOf(declared);
    this.nearest = nearest;
  }

  /** Returns the name that the charm used. */
  public String option() {
    return option;
  }

  /** Returns the options that the charm declares. */
  public List<String> declared() {
    return declared;
  }

  /** Returns the declared option that was probably meant. */
  public Optional<String> nearest() {
    return Optional.ofNullable(nearest);
  }
}
