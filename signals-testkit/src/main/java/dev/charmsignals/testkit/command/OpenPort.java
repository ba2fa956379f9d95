package dev.charmsignals.testkit.command;

import java.util.List;

/** Opens ports at the commit, for all endpoints or for some. */
record OpenPort() implements HookCommand {

  @Override
  public String name() {
    return "open-port";
  }

  @Override
  public String arguments() {
    return "<port>[/<protocol>] or <from>-<to>[/<protocol>] or icmp";
  }

  @Override
  public String summary() {
    return "Register a request to open a port or port range.";
  }

  @Override
  public List<Option> options() {
    return PortArguments.OPTIONS;
  }

  @Override
  public void run(Call call) {
    PortArguments ports = PortArguments.of(call);
    call.warnOfOldFormat(name());
    call.context().openPorts(ports.range(), ports.endpoints());
  }
}
