package dev.charmsignals.gob;

import java.io.IOException;
import java.io.OutputStream;

/** Gob's numbers and byte sequences, written. */
final class GobOutput {

  /**
   * The most that is handed on at once. A channel copies what it is given into off-heap memory of
   * the same size, and keeps that memory.
   */
  private static final int PIECE = 1 << 15;

  private final OutputStream out;

  GobOutput(OutputStream out) {
    this.out = out;
  }

  static int unsignedSize(long value) {
    return value >= 0 && value < 128 ? 1 : 1 + byteCount(value);
  }

  static int signedSize(long value) {
    return unsignedSize(zigzag(value));
  }

  void unsigned(long value) throws IOException {
    if (value >= 0 && value < 128) {
      out.write((int) value);
      return;
    }
    int count = byteCount(value);
    out.write(-count);
    for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }

  void signed(long value) throws IOException {
    unsigned(zigzag(value));
  }

  /** Writes a length and that many bytes: text and bytes look the same. */
  void text(byte[] bytes) throws IOException {
    unsigned(bytes.length);
    raw(bytes);
  }

  void raw(byte[] bytes) throws IOException {
    for (int from = 0; from < bytes.length; from += PIECE) {
      out.write(bytes, from, Math.min(PIECE, bytes.length - from));
    }
  }

  private static int byteCount(long value) {
    return 8 - Long.numberOfLeadingZeros(value) / 8;
  }

  private static long zigzag(long value) {
    return value < 0 ? (~value << 1) | 1 : value << 1;
  }
}
