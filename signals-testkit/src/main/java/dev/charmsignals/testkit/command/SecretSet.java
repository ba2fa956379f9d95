package dev.charmsignals.testkit.command;

import java.util.List;

/** Changes a secret at the commit; values replace the whole content. */
record SecretSet() implements HookCommand {

  @Override
  public String name() {
    return "secret-set";
  }

  @Override
  public String arguments() {
    return "<ID> [key[#base64]=value...]";
  }

  @Override
  public String summary() {
    return "Update an existing secret.";
  }

  @Override
  public List<Option> options() {
    return SecretArguments.OPTIONS;
  }

  @Override
  public void run(Call call) {
    String id = SecretId.required(call);
    call.context().secrets().set(id, SecretArguments.of(call, 1));
  }
}
