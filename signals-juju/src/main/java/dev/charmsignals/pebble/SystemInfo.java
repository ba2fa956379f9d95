package dev.charmsignals.pebble;

import java.util.Optional;

/**
 * What a Pebble says about itself.
 *
 * @param version such as {@code v1.32.1}
 * @param bootId the kernel's, the same for all containers of a node; no sign of a restart
 * @param httpAddress where it listens for health probes, if it does
 */
public record SystemInfo(String version, String bootId, Optional<String> httpAddress) {

  static SystemInfo of(Fields fields) {
    return new SystemInfo(
        fields.text("version"), fields.textOr("boot-id", ""), fields.optionalText("http-address"));
  }
}
