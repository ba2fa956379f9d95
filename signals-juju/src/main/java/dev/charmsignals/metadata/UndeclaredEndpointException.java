package dev.charmsignals.metadata;

import dev.charmsignals.CharmSignalsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The charm's code names an endpoint that its metadata does not declare. */
public final class UndeclaredEndpointException extends CharmSignalsException {

  private final String endpoint;
  private final List<String> declared;
  private final @Nullable String nearest;

  UndeclaredEndpointException(Path file, String endpoint, List<Endpoint> declared) {
    this(file, endpoint, declared, NearMiss.nearest(endpoint, names(declared)));
  }

  private UndeclaredEndpointException(
      Path file, String endpoint, List<Endpoint> declared, @Nullable String nearest) {
    super(message(file, endpoint, declared, nearest));
    this.endpoint = endpoint;
    this.declared = names(declared);
    this.nearest = nearest;
  }

  private static List<String> names(List<Endpoint> endpoints) {
    List<String> names = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      names.add(endpoint.name());
    }
    return List.copyOf(names);
  }

  private static String message(
      Path file, String endpoint, List<Endpoint> declared, @Nullable String nearest) {
    StringBuilder text = new StringBuilder();
    text.append("Endpoint \"").append(endpoint).append("\" is not declared in ").append(file);
    text.append(nearest == null ? "." : "; did you mean \"" + nearest + "\"?");
    text.append(declared.isEmpty() ? " It declares no endpoint." : " It declares: ");
    String separator = "";
    for (Endpoint one : declared) {
      text.append(separator).append(one.name());
      text.append(" (").append(one.role().section()).append(')');
      separator = ", ";
    }
    text.append(
        "\nTo declare it, add below provides, requires or peers, for example:\nrequires:\n");
    String shown = EndpointName.isWellFormed(endpoint) ? endpoint : "channel";
    return text.append("  ").append(shown).append(":\n    interface: signals").toString();
  }

  /** Returns the name that is not declared. */
  public String endpoint() {
    return endpoint;
  }

  /** Returns the names that are, in the order of the file's sections. */
  public List<String> declared() {
    return declared;
  }

  /** Returns the declared name that was probably meant. */
  public Optional<String> nearest() {
    return Optional.ofNullable(nearest);
  }
}
