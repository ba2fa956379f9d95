package dev.charmsignals.testkit.command;

import java.util.List;

/** Closes ports at the commit, for all endpoints or for some. */
record ClosePort() implements HookCommand {

  @Override
  public String name() {
    return "close-port";
  }

  @Override
  public String arguments() {
    return "<port>[/<protocol>] or <from>-<to>[/<protocol>] or icmp";
  }

  @Override
  public String summary() {
    return "Register a request to close a port or port range.";
  }

  @Override
  public List<Option> options() {
    return PortArguments.OPTIONS;
  }

  @Override
  public void run(Call call) {
    PortArguments ports = PortArguments.of(call);
    call.warnOfOldFormat(name());
    call.context().closePorts(ports.range(), ports.endpoints());
  }
}
