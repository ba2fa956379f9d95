package dev.charmsignals.histories;

import java.util.Map;

/**
 * A bag that somebody changed behind its owner's back.
 *
 * @param afterHooks how many hooks had run by then
 * @param relation the relation's number
 * @param owner the unit whose bag it is
 * @param content what the bag holds now
 * @param junk whether it holds what its owner never wrote, as opposed to what it wrote once
 */
record Outside(
    int afterHooks, int relation, String owner, Map<String, String> content, boolean junk) {

  Outside {
    content = Map.copyOf(content);
  }
}
