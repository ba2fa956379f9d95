package dev.charmsignals.testkit.command;

import java.util.List;

/** Adds a secret at the commit and prints its URI at once. */
record SecretAdd() implements HookCommand {

  @Override
  public String name() {
    return "secret-add";
  }

  @Override
  public String arguments() {
    return "[key[#base64|#file]=value...]";
  }

  @Override
  public String summary() {
    return "Add a new secret.";
  }

  @Override
  public List<Option> options() {
    return SecretArguments.OPTIONS;
  }

  @Override
  public void run(Call call) {
    Flags flags = call.flags();
    if (flags.positionals().isEmpty() && flags.text("file").isEmpty()) {
      throw new UsageFailure("missing secret value or filename");
    }
    SecretChange change = SecretArguments.of(call, 0);
    if (change.content().isEmpty()) {
      throw new CommandFailure("empty secret value not valid");
    }
    boolean ofUnit = flags.text("owner").filter("unit"::equals).isPresent();
    call.print("secret:" + call.context().secrets().add(change, ofUnit) + "\n");
  }
}
