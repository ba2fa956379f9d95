package dev.charmsignals.charm;

import dev.charmsignals.hooktools.HookTransport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The surroundings of one hook: everything a charm takes from outside, handed in.
 *
 * @param environment the process's environment, as contract §1.4 lists it
 * @param charmDirectory where {@code metadata.yaml} lies
 * @param transport carries hook commands to the agent; closed by whoever made it
 * @param clock tells when a signal was emitted, for information only
 * @param ids random 64-bit numbers that become stream ids
 */
public record HookSetting(
    Map<String, String> environment,
    Path charmDirectory,
    HookTransport transport,
    Clock clock,
    LongSupplier ids) {

  /** Copies the environment. */
  public HookSetting {
    environment = Map.copyOf(environment);
  }
}
