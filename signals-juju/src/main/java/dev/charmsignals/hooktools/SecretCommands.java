package dev.charmsignals.hooktools;

import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretInfo;
import dev.charmsignals.secret.SecretReading;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.secret.SecretTerms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The commands of secrets (contract §2.17). Content is never an argument: it goes through a file
 * that only this user can read and that is deleted as soon as the command has ended.
 */
public final class SecretCommands {

  private final CommandRunner runner;

  SecretCommands(CommandRunner runner) {
    this.runner = runner;
  }

  /** Runs {@code secret-add}: returns the new secret, which exists when the hook succeeds. */
  public SecretRef add(boolean ownedByUnit, SecretContent content, SecretTerms terms) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--owner");
    arguments.add(ownedByUnit ? "unit" : "application");
    mention(terms, arguments);
    HookReply reply = withContent("secret-add", content, arguments);
    return reference("secret-add", reply.text().strip());
  }

  /** Runs {@code secret-set}: changes terms alone. */
  public void set(SecretRef secret, SecretTerms terms) {
    List<String> arguments = new ArrayList<>();
    arguments.add(secret.uri());
    mention(terms, arguments);
    runner.run("secret-set", null, arguments);
  }

  /** Runs {@code secret-set}: a new revision if the content differs, and changed terms. */
  public void set(SecretRef secret, SecretContent content, SecretTerms terms) {
    List<String> arguments = new ArrayList<>();
    arguments.add(secret.uri());
    mention(terms, arguments);
    withContent("secret-set", content, arguments);
  }

  /** Runs {@code secret-get} with the secret's URI. */
  public SecretContent get(SecretRef secret, SecretReading reading) {
    return read(List.of(secret.uri()), reading);
  }

  /** Runs {@code secret-get} with the label that this unit has given the secret. */
  public SecretContent get(String label, SecretReading reading) {
    return read(List.of("--label", label), reading);
  }

  /** Runs {@code secret-get} with both, which gives the secret this label for this unit. */
  public SecretContent get(SecretRef secret, String label, SecretReading reading) {
    return read(List.of(secret.uri(), "--label", label), reading);
  }

  /** Runs {@code secret-info-get}, for the owner of the secret. */
  public SecretInfo info(SecretRef secret) {
    return info(runner.object("secret-info-get", "--format", "json", secret.uri()));
  }

  /** Runs {@code secret-info-get} with the owner's label. */
  public SecretInfo info(String label) {
    return info(runner.object("secret-info-get", "--format", "json", "--label", label));
  }

  /** Runs {@code secret-ids}: the secrets that this unit or its application owns, in no order. */
  public List<SecretRef> ids() {
    List<SecretRef> secrets = new ArrayList<>();
    for (String id : runner.list("secret-ids", "--format", "json")) {
      secrets.add(reference("secret-ids", id));
    }
    return Collections.unmodifiableList(secrets);
  }

  /** Runs {@code secret-grant}: for all units at the other side of the relation. */
  public void grant(SecretRef secret, RelationId relation) {
    runner.run("secret-grant", null, secret.uri(), "-r", relation.toString());
  }

  /** Runs {@code secret-grant}: for one unit at the other side. */
  public void grant(SecretRef secret, RelationId relation, UnitName unit) {
    runner.run(
        "secret-grant", null, secret.uri(), "-r", relation.toString(), "--unit", unit.value());
  }

  /** Runs {@code secret-revoke}: from all units at the other side of the relation. */
  public void revoke(SecretRef secret, RelationId relation) {
    runner.run("secret-revoke", null, secret.uri(), "-r", relation.toString());
  }

  /** Runs {@code secret-revoke}: from one unit at the other side. */
  public void revoke(SecretRef secret, RelationId relation, UnitName unit) {
    runner.run(
        "secret-revoke", null, secret.uri(), "-r", relation.toString(), "--unit", unit.value());
  }

  /** Runs {@code secret-remove}: all revisions. */
  public void remove(SecretRef secret) {
    runner.run("secret-remove", null, secret.uri());
  }

  /** Runs {@code secret-remove}: one revision. */
  public void remove(SecretRef secret, long revision) {
    runner.run("secret-remove", null, secret.uri(), "--revision", Long.toString(revision));
  }

  private SecretContent read(List<String> which, SecretReading reading) {
    List<String> arguments = new ArrayList<>(which);
    if (reading == SecretReading.PEEK) {
      arguments.add("--peek");
    } else if (reading == SecretReading.REFRESH) {
      arguments.add("--refresh");
    }
    arguments.add("--format");
    arguments.add("json");
    return SecretContent.of(runner.strings("secret-get", arguments.toArray(new String[0])));
  }

  private HookReply withContent(String command, SecretContent content, List<String> arguments) {
    try (PrivateFile file = PrivateFile.holding(command, SettingsFile.json(content.values()))) {
      arguments.add("--file");
      arguments.add(file.path());
      return runner.run(command, null, arguments);
    }
  }

  // Not --label=text: what follows a flag as a word of its own may begin with anything.
  private static void mention(SecretTerms terms, List<String> arguments) {
    add("--label", terms.label(), arguments);
    add("--description", terms.description(), arguments);
    if (terms.rotation().isPresent()) {
      add("--rotate", Optional.of(terms.rotation().get().word()), arguments);
    }
    add("--expire", terms.expiry(), arguments);
  }

  private static void add(String flag, Optional<String> value, List<String> arguments) {
    if (value.isPresent()) {
      arguments.add(flag);
      arguments.add(value.get());
    }
  }

  private static SecretInfo info(AnswerObject answer) {
    for (var entry : answer.objects().entrySet()) {
      return SecretAnswers.info(reference("secret-info-get", entry.getKey()), entry.getValue());
    }
    throw HookToolException.unreadable(
        "secret-info-get", new MalformedAnswerException("It names no secret"));
  }

  private static SecretRef reference(String command, String text) {
    if (!SecretRef.isWellFormed(text)) {
      throw HookToolException.unreadable(
          command, new MalformedAnswerException("What it names is not a secret"));
    }
    return new SecretRef(text);
  }
}
