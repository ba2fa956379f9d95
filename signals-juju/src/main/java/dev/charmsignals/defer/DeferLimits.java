package dev.charmsignals.defer;

import java.time.Duration;

/**
 * How many events may wait for a later hook, and how long.
 *
 * <p>What goes beyond is parked, oldest first, which is reported. An event that is too old is
 * offered a last time before it is parked.
 *
 * @param perObserver how many may wait for one observer, 1 or more
 * @param inAll how many may wait for all observers together, 1 or more
 * @param characters how much charm state they may take together, about
 * @param age how long one may wait
 */
public record DeferLimits(int perObserver, int inAll, int characters, Duration age) {

  /** 100 for each observer, 1,000 and 256 Ki characters in all, 7 days. */
  public static final DeferLimits DEFAULT =
      new DeferLimits(100, 1_000, 256 * 1024, Duration.ofDays(7));

  /** Checks that something may wait at all. */
  public DeferLimits {
    if (perObserver < 1 || inAll < 1 || characters < 1 || age.isNegative() || age.isZero()) {
      throw new InvalidDeferLimitsException(perObserver, inAll, characters, age);
    }
  }
}
