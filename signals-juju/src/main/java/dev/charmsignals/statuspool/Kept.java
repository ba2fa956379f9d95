package dev.charmsignals.statuspool;

import java.util.Set;

/**
 * A pool as it is kept from hook to hook.
 *
 * @param contents what it held
 * @param dynamic the keys of the members that were not declared
 */
record Kept(Contents contents, Set<String> dynamic) {

  static final Kept NOTHING = new Kept(Contents.NOTHING, Set.of());

  Kept {
    dynamic = Set.copyOf(dynamic);
  }
}
