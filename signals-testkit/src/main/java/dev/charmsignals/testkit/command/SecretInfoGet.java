package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints what the owner of a secret may know of it besides its content. */
record SecretInfoGet() implements HookCommand {

  @Override
  public String name() {
    return "secret-info-get";
  }

  @Override
  public String arguments() {
    return "<ID>";
  }

  @Override
  public String summary() {
    return "Get a secret's metadata info.";
  }

  @Override
  public List<Option> options() {
    return Option.printingPlain(
        new Option(List.of("label"), Option.Kind.TEXT, "a label used to identify the secret"));
  }

  @Override
  public void run(Call call) {
    Optional<String> id = call.flags().positional(0).map(SecretGet::id);
    String label = call.flags().text("label").orElse("");
    if (id.isEmpty() && label.isEmpty()) {
      throw new UsageFailure("require either a secret URI or label");
    }
    if (id.isPresent() && !label.isEmpty()) {
      throw new UsageFailure("specify either a secret URI or label but not both");
    }
    call.flags().refuseBeyond(1);
    for (var entry : call.context().secrets().metadata().entrySet()) {
      boolean wanted =
          id.isPresent() ? entry.getKey().equals(id.get()) : entry.getValue().label().equals(label);
      if (wanted) {
        call.print(new Value.Entries(Map.of(entry.getKey(), shown(entry.getValue()))), Format.YAML);
        return;
      }
    }
    throw new CommandFailure("secret " + GoText.quote(id.orElse(label)) + " not found");
  }

  private static Value shown(SecretMetadata secret) {
    List<Value.Field> fields = new ArrayList<>();
    fields.add(new Value.Field("revision", new Value.Number(secret.revision())));
    fields.add(new Value.Field("label", new Value.Text(secret.label())));
    fields.add(new Value.Field("owner", new Value.Text(secret.owner())));
    if (!secret.description().isEmpty()) {
      fields.add(new Value.Field("description", new Value.Text(secret.description())));
    }
    if (!secret.rotation().isEmpty()) {
      fields.add(new Value.Field("rotation", new Value.Text(secret.rotation())));
    }
    secret.expiry().ifPresent(at -> fields.add(new Value.Field("expiry", new Value.Time(at))));
    secret.rotates().ifPresent(at -> fields.add(new Value.Field("rotates", new Value.Time(at))));
    if (!secret.access().isEmpty()) {
      fields.add(new Value.Field("access", access(secret.access())));
    }
    return new Value.Fields(fields);
  }

  private static Value access(List<SecretMetadata.Access> access) {
    List<Value> shown = new ArrayList<>();
    for (SecretMetadata.Access each : access) {
      shown.add(
          Value.Fields.of(
              new Value.Field("target", new Value.Text(each.target())),
              new Value.Field("scope", new Value.Text(each.scope())),
              new Value.Field("role", new Value.Text(each.role()))));
    }
    return new Value.Items(shown);
  }
}
