package dev.charmsignals.testkit.command;

import java.util.List;

/** Prints the cloud and how to log in to it, for a trusted application. */
record CredentialGet() implements HookCommand {

  @Override
  public String name() {
    return "credential-get";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "Access cloud credentials.";
  }

  @Override
  public List<Option> options() {
    return Option.printing();
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(0);
    CloudInfo cloud =
        Prefixed.get("cannot access cloud credentials: ", () -> call.context().cloud());
    call.print(
        Value.Fields.of(
            new Value.Field("type", new Value.Text(cloud.type())),
            new Value.Field("name", new Value.Text(cloud.name())),
            new Value.Field("region", new Value.Text(cloud.region())),
            new Value.Field("endpoint", new Value.Text(cloud.endpoint())),
            new Value.Field(
                "credential",
                Value.Fields.of(
                    new Value.Field("auth-type", new Value.Text(cloud.authType())),
                    new Value.Field("attrs", Value.ofTexts(cloud.attributes()))))));
  }
}
