package dev.charmsignals.gob;

/**
 * The bytes of one field, of which a reader may have kept only the beginning.
 *
 * <p>The array belongs to this value: do not change it.
 *
 * @param kept the bytes, or as many of them as the reader's limit allowed
 * @param length how many bytes were sent
 */
record GobBytes(byte[] kept, long length) {

  static final GobBytes NONE = new GobBytes(new byte[0], 0);

  boolean isCut() {
    return kept.length < length;
  }
}
