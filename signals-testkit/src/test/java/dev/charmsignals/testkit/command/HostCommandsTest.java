package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.failed;
import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Storage, resources, credentials and reboots, as contract section 2.18 has them. */
class HostCommandsTest {

  private final InMemoryContext context = new InMemoryContext();
  private final Shell shell = new Shell(context);

  HostCommandsTest() {
    context.storage.attached.put("data/1", new StorageContext.Attached("filesystem", "/srv"));
    context.storage.attached.put("cache/0", new StorageContext.Attached("block", "/dev/sdb"));
  }

  @Test
  void listsStorageOfOneNameOrAll() {
    assertEquals(printed("cache/0\ndata/1\n"), shell.run("storage-list"));
    assertEquals(printed("[\"data/1\"]\n"), shell.run("storage-list", "data", "--format=json"));
    assertEquals(silent(), shell.run("storage-list", "da"));
  }

  @Test
  void getsTheHooksStorageOrTheOneNamed() {
    assertEquals(misused("no storage instance specified"), shell.run("storage-get"));
    context.storage.hookStorage = Optional.of("data/1");
    assertEquals(printed("kind: filesystem\nlocation: /srv\n"), shell.run("storage-get"));
    assertEquals(printed("/dev/sdb\n"), shell.run("storage-get", "-s", "cache/0", "location"));
    assertEquals(printed("block\n"), shell.run("storage-get", "-s", "cache/0", "kind"));
    assertEquals(failed("invalid storage attribute \"size\""), shell.run("storage-get", "size"));
    assertEquals(
        misused("invalid value \"data\" for option -s: invalid storage ID \"data\""),
        shell.run("storage-get", "-s", "data"));
    assertEquals(
        misused("invalid value \"data/7\" for option -s: storage not found"),
        shell.run("storage-get", "-s", "data/7"));
  }

  @Test
  void asksForMoreStorage() {
    assertEquals(silent(), shell.run("storage-add", "data", "cache=2"));
    assertEquals(List.of("add {cache=2, data=1}"), context.storage.done);
    assertEquals(misused("storage add requires a storage directive"), shell.run("storage-add"));
    assertEquals(
        misused("only count can be specified for \"data\""), shell.run("storage-add", "data=ebs"));
    assertEquals(
        misused(
            "cannot parse directives for storage \"data\": cannot parse count: count must be greater"
                + " than zero, got \"0\""),
        shell.run("storage-add", "data=0"));
  }

  /** Counts are 64 bits wide; whether there can be so many is asked at the commit. */
  @Test
  void takesAnyCountOfStorage() {
    assertEquals(silent(), shell.run("storage-add", "data=3000000000"));

    assertEquals(List.of("add {data=3000000000}"), context.storage.done);
  }

  @Test
  void printsThePathOfAResourceWithoutALineBreak() {
    assertEquals(printed("/resources/software"), shell.run("resource-get", "software"));
    assertEquals(misused("missing required resource name"), shell.run("resource-get"));
    context.refusal = Optional.of("resource#ping/software not found");
    assertEquals(
        failed("could not download resource: resource#ping/software not found"),
        shell.run("resource-get", "software"));
  }

  @Test
  void showsCredentialsToWhoIsTrusted() {
    assertEquals(
        printed(
            "{\"type\":\"lxd\",\"name\":\"localhost\",\"region\":\"here\",\"endpoint\":"
                + "\"https://x\",\"credential\":{\"auth-type\":\"tls\",\"attrs\":{\"key\":"
                + "\"hush\"}}}\n"),
        shell.run("credential-get", "--format=json"));
    assertFalse(context.cloud().toString().contains("hush"));
    context.refusal = Optional.of("permission denied");
    assertEquals(
        failed("cannot access cloud credentials: permission denied"), shell.run("credential-get"));
  }

  @Test
  void rebootsButNotInActions() {
    assertEquals(silent(), shell.run("juju-reboot"));
    assertEquals(silent(), shell.run("juju-reboot", "--now"));
    assertEquals(List.of("reboot", "reboot now"), context.done);
    context.action = Optional.of(new NoAction());
    assertEquals(
        failed("juju-reboot is not supported when running an action."), shell.run("juju-reboot"));
  }

  private record NoAction() implements ActionContext {

    @Override
    public Map<String, Object> parameters() {
      return Map.of();
    }

    @Override
    public void putResult(List<String> path, String value) {}

    @Override
    public void fail(String message) {}

    @Override
    public void log(String message) {}
  }
}
