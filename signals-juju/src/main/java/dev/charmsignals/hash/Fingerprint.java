package dev.charmsignals.hash;

import java.nio.charset.StandardCharsets;

/**
 * SHA-256 (FIPS 180-4), so that charm state can tell whether something is as it was, without
 * keeping what may be a secret. Not for where timing matters.
 *
 * <p>Java's own brings up its whole security framework first, which costs a hook more than anything
 * else in it.
 */
public final class Fingerprint {

  private static final int[] ROUND = primes(64, 3);
  private static final int BLOCK = 64;

  private Fingerprint() {}

  /** Returns 64 hexadecimal digits for a text. */
  public static String of(String text) {
    byte[] padded = padded(text.getBytes(StandardCharsets.UTF_8));
    int[] hash = primes(8, 2);
    for (int start = 0; start < padded.length; start += BLOCK) {
      compress(hash, padded, start);
    }
    StringBuilder digits = new StringBuilder(64);
    for (int word : hash) {
      for (int shift = 28; shift >= 0; shift -= 4) {
        digits.append(Character.forDigit(word >>> shift & 0xf, 16));
      }
    }
    return digits.toString();
  }

  private static byte[] padded(byte[] message) {
    int blocks = (message.length + 8) / BLOCK + 1; // one bit and eight bytes of length follow
    byte[] padded = new byte[blocks * BLOCK];
    System.arraycopy(message, 0, padded, 0, message.length);
    padded[message.length] = (byte) 0x80;
    long bits = 8L * message.length;
    for (int i = 1; i <= 8; i++, bits >>>= 8) {
      padded[padded.length - i] = (byte) bits;
    }
    return padded;
  }

  private static void compress(int[] hash, byte[] from, int start) {
    int[] w = new int[64];
    for (int i = 0; i < 16; i++) {
      int at = start + 4 * i;
      w[i] =
          from[at] << 24
              | (from[at + 1] & 0xff) << 16
              | (from[at + 2] & 0xff) << 8
              | from[at + 3] & 0xff;
    }
    for (int i = 16; i < 64; i++) {
      int x = w[i - 15];
      int y = w[i - 2];
      w[i] =
          w[i - 16]
              + (right(x, 7) ^ right(x, 18) ^ x >>> 3)
              + w[i - 7]
              + (right(y, 17) ^ right(y, 19) ^ y >>> 10);
    }
    int[] v = hash.clone();
    for (int i = 0; i < 64; i++) {
      int e = v[4];
      int a = v[0];
      int first =
          v[7]
              + (right(e, 6) ^ right(e, 11) ^ right(e, 25))
              + (e & v[5] ^ ~e & v[6])
              + ROUND[i]
              + w[i];
      int second =
          (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + (a & v[1] ^ a & v[2] ^ v[1] & v[2]);
      System.arraycopy(v, 0, v, 1, 7);
      v[4] += first;
      v[0] = first + second;
    }
    for (int i = 0; i < 8; i++) {
      hash[i] += v[i];
    }
  }

  private static int right(int word, int bits) {
    return Integer.rotateRight(word, bits);
  }

  /** The first 32 bits of the fractions of the square or cube roots of the first primes. */
  private static int[] primes(int count, int root) {
    int[] words = new int[count];
    int found = 0;
    for (int n = 2; found < count; n++) {
      boolean prime = true;
      for (int d = 2; d * d <= n; d++) {
        prime &= n % d != 0;
      }
      if (prime) {
        double value = root == 2 ? Math.sqrt(n) : Math.cbrt(n);
        words[found++] = (int) (long) ((value - Math.floor(value)) * (1L << 32));
      }
    }
    return words;
  }
}
