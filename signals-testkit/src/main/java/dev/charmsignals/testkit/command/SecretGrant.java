package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Optional;

/** Lets the other side of a relation read a secret, from the commit on. */
record SecretGrant() implements HookCommand {

  @Override
  public String name() {
    return "secret-grant";
  }

  @Override
  public String arguments() {
    return "<ID>";
  }

  @Override
  public String summary() {
    return "Grant access to a secret.";
  }

  @Override
  public List<Option> options() {
    return List.of(
        new Option(List.of("unit"), Option.Kind.TEXT, "the unit to grant access"), Option.RELATION);
  }

  @Override
  public void run(Call call) {
    String id = SecretId.required(call);
    int relation = call.requireRelation();
    String application = call.context().relationApplication(relation);
    Optional<String> unit = call.flags().text("unit");
    unit.ifPresent(
        name -> {
          if (!Names.isUnit(name)) {
            throw new UsageFailure("unit " + GoText.quote(name) + " not valid");
          }
          if (!Names.applicationOf(name).equals(application)) {
            throw new UsageFailure(
                "cannot specify unit %s in relation to application %s"
                    .formatted(GoText.quote(name), GoText.quote(application)));
          }
        });
    call.flags().refuseBeyond(1);
    call.context().secrets().grant(id, relation, unit);
  }
}
