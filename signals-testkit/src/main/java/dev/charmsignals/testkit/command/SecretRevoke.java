package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes back what secret-grant gave, at the commit. */
record SecretRevoke() implements HookCommand {

  @Override
  public String name() {
    return "secret-revoke";
  }

  @Override
  public String arguments() {
    return "<ID>";
  }

  @Override
  public String summary() {
    return "Revoke access to a secret.";
  }

  @Override
  public List<Option> options() {
    return List.of(
        new Option(
            List.of("app", "application"), Option.Kind.TEXT, "the application to revoke access"),
        new Option(List.of("unit"), Option.Kind.TEXT, "the unit to revoke access"),
        Option.RELATION);
  }

  @Override
  public void run(Call call) {
    String id = SecretId.required(call);
    Optional<String> application = call.flags().text("app");
    Optional<String> unit = call.flags().text("unit");
    application
        .filter(name -> !Names.isApplication(name))
        .ifPresent(name -> refuse("application", name));
    unit.filter(name -> !Names.isUnit(name)).ifPresent(name -> refuse("unit", name));
    if (application.isPresent() && unit.isPresent()) {
      throw new UsageFailure("specify only one of application or unit");
    }
    OptionalInt relation = call.relation();
    if (relation.isPresent()) {
      if (application.isPresent()) {
        throw new UsageFailure("do not specify both relation and app");
      }
      application = Optional.of(call.context().relationApplication(relation.getAsInt()));
    }
    if (application.isEmpty() && unit.isEmpty()) {
      throw new UsageFailure("missing relation or application or unit");
    }
    call.flags().refuseBeyond(1);
    call.context().secrets().revoke(id, application, unit);
  }

  private static void refuse(String what, String name) {
    throw new UsageFailure(what + " " + GoText.quote(name) + " not valid");
  }
}
