package dev.charmsignals.testkit.command;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints the content of a secret or one value of it; the first reading pins a revision. */
record SecretGet() implements HookCommand {

  private static final String BASE64 = "#base64";

  @Override
  public String name() {
    return "secret-get";
  }

  @Override
  public String arguments() {
    return "<ID> [key[#base64]]";
  }

  @Override
  public String summary() {
    return "Get the content of a secret.";
  }

  @Override
  public List<Option> options() {
    return Option.printingPlain(
        new Option(
            List.of("label"), Option.Kind.TEXT, "a label used to identify the secret in hooks"),
        Option.on("peek", "get the latest revision just this time"),
        Option.on(
            "refresh",
            "get the latest revision and also get this same revision for subsequent calls"));
  }

  @Override
  public void run(Call call) {
    Flags flags = call.flags();
    Optional<String> id = flags.positional(0).map(SecretGet::id);
    String label = flags.text("label").orElse("");
    if (id.isEmpty() && label.isEmpty()) {
      throw new UsageFailure("require either a secret URI or label");
    }
    if (flags.on("peek") && flags.on("refresh")) {
      throw new UsageFailure("specify one of --peek or --refresh but not both");
    }
    flags.refuseBeyond(2);
    Map<String, String> content =
        call.context().secrets().get(id, label, flags.on("refresh"), flags.on("peek"));
    Optional<String> key = flags.positional(1).filter(name -> !name.isEmpty());
    if (key.isPresent()) {
      call.print(new Value.Text(one(content, key.get())), Format.YAML);
      return;
    }
    Map<String, String> decoded = new LinkedHashMap<>();
    content.forEach((name, value) -> decoded.put(name, decode(value)));
    call.print(Value.ofTexts(decoded), Format.YAML);
  }

  /** Here a scheme that is none of secrets is refused in the same words as everything else. */
  static String id(String text) {
    try {
      return SecretId.of(text);
    } catch (UsageFailure e) {
      throw new UsageFailure("secret URI " + GoText.quote(text) + " not valid");
    }
  }

  private static String one(Map<String, String> content, String key) {
    boolean encoded = key.endsWith(BASE64);
    String name = encoded ? key.substring(0, key.length() - BASE64.length()) : key;
    String value = content.get(name);
    if (value == null) {
      throw new CommandFailure("secret key value " + GoText.quote(name) + " not found");
    }
    return encoded ? value : decode(value);
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("illegal base64 data");
    }
  }
}
