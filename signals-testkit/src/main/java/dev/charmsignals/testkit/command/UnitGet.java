package dev.charmsignals.testkit.command;

import java.util.List;

/** Prints the unit's address. */
record UnitGet() implements HookCommand {

  @Override
  public String name() {
    return "unit-get";
  }

  @Override
  public String arguments() {
    return "<setting>";
  }

  @Override
  public String summary() {
    return "Print public-address or private-address.";
  }

  @Override
  public List<Option> options() {
    return Option.printing();
  }

  @Override
  public void run(Call call) {
    String setting =
        call.flags().positional(0).orElseThrow(() -> new UsageFailure("no setting specified"));
    boolean known = setting.equals("private-address") || setting.equals("public-address");
    if (!known) {
      throw new UsageFailure("unknown setting " + GoText.quote(setting));
    }
    call.flags().refuseBeyond(1);
    boolean outside = setting.equals("public-address");
    CommandContext context = call.context();
    call.print(new Value.Text(outside ? context.publicAddress() : context.privateAddress()));
  }
}
