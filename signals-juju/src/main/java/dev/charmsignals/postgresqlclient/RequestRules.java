package dev.charmsignals.postgresqlclient;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.postgresql.Requirements;
import java.util.List;
import java.util.Optional;

/** What providers misunderstand or refuse, refused before it is asked for. */
final class RequestRules {

  private static final int SHORTEST_PREFIX = 3;
  private static final int SALT_LENGTH = 16;

  private RequestRules() {}

  static void require(Requirements requirements) {
    String name = requirements.database();
    if (name.isEmpty()) {
      throw new DatabaseRequestException(
          "database", name, "providers answer only who names one, such as \"orders\"");
    }
    if (name.endsWith("*") && name.length() - 1 < SHORTEST_PREFIX) {
      throw new DatabaseRequestException(
          "database",
          name,
          "a prefix has three characters or more before the star, such as \"orders*\"");
    }
    if (isJson(name)) {
      throw new DatabaseRequestException(
          "database",
          name,
          "newer providers read it as JSON and take it for something else than text; take a name"
              + " such as \"db"
              + name
              + "\"");
    }
    if (!requirements.extensions().isEmpty()) {
      throw new DatabaseRequestException(
          "extension",
          requirements.extensions().get(0),
          "postgresql_client has no word for extensions; have the provider's operator enable them");
    }
  }

  /** The newer contract has fewer words. */
  static void requireV1(
      List<String> extraSecrets, Optional<String> prefixMatching, Optional<Entity> entity) {
    if (prefixMatching.isPresent()) {
      throw notInV1("prefix matching", prefixMatching.get());
    }
    if (!extraSecrets.isEmpty()) {
      throw notInV1("extra secret", extraSecrets.get(0));
    }
    if (entity.isPresent() && entity.get().secret().isPresent()) {
      throw notInV1("secret of an entity", entity.get().secret().get().uri());
    }
  }

  private static DatabaseRequestException notInV1(String part, String value) {
    return new DatabaseRequestException(
        part, value, "contract V1 has no word for it; leave it out, or ask in V0");
  }

  static void requireSalt(String salt) {
    boolean right = salt.length() == SALT_LENGTH;
    for (int i = 0; i < salt.length(); i++) {
      char c = salt.charAt(i);
      right &= c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    if (!right) {
      throw new DatabaseRequestException(
          "salt", salt, "it is not 16 letters and digits, such as \"0123456789abcdef\"");
    }
  }

  /** The parser is loaded only for names that begin as JSON does, which are few. */
  private static boolean isJson(String name) {
    if (name.equals("NaN") || name.equals("Infinity") || name.equals("-Infinity")) {
      return true; // Python reads these, too
    }
    char first = name.charAt(0);
    boolean word = name.equals("true") || name.equals("false") || name.equals("null");
    if (!word && "\"[{-0123456789".indexOf(first) < 0) {
      return false;
    }
    try {
      JsonReader.read(name);
      return true;
    } catch (MalformedException e) {
      return false;
    }
  }
}
