package dev.charmsignals.model;

import dev.charmsignals.record.LoadResult;
import dev.charmsignals.record.RecordType;
import java.util.Map;

/** One databag of a relation: strings by keys, as they were when this hook read them. */
public sealed interface Bag extends Map<String, String> permits Databag, ForeignBag {

  /**
   * Loads a record, of which each component is a key with a JSON value; unknown keys are ignored.
   *
   * <p>Never throws for what is in the bag, which a remote unit may have written: the result is the
   * record, or everything that is wrong, or that none of its keys is there yet.
   */
  default <R extends Record> LoadResult<R> read(Class<R> type) {
    return RecordType.of(type).loadTexts(this);
  }
}
