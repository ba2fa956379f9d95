package dev.charmsignals.packing.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads off a program or library what it runs on. */
final class LinuxProgram {

  private static final int HEAD = 20;
  private static final int ELF = 0x7f454c46;

  private LinuxProgram() {}

  /**
   * Returns the architecture, in Juju's words; empty for no program of Linux, or an unknown one.
   */
  static Optional<String> architecture(Path program) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(program)) {
      head = in.readNBytes(HEAD);
    }
    ByteBuffer buffer = ByteBuffer.wrap(head);
    if (head.length < HEAD || buffer.getInt(0) != ELF) {
      return Optional.empty();
    }
    buffer.order(head[5] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return Optional.ofNullable(
        switch (buffer.getShort(18)) {
          case 62 -> "amd64";
          case 183 -> "arm64";
          case 21 -> "ppc64el";
          case 243 -> "riscv64";
          case 22 -> "s390x";
          default -> null;
        });
  }

  /**
   * Returns the newest minor version of the C library that is asked for: 34 of {@code GLIBC_2.34}.
   */
  static int glibc(Path program) throws IOException {
    String bytes = Files.readString(program, StandardCharsets.ISO_8859_1);
    String mark = "GLIBC_2.";
    int newest = 0;
    for (int at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at)) {
      at += mark.length();
      int version = 0;
      for (; at < bytes.length() && bytes.charAt(at) >= '0' && bytes.charAt(at) <= '9'; at++) {
        version = Math.min(version * 10 + bytes.charAt(at) - '0', 9999);
      }
      newest = Math.max(newest, version);
    }
    return newest;
  }

  /** Returns whether the program asks for musl instead of glibc, which no base of Juju's has. */
  static boolean asksForMusl(Path program) throws IOException {
    return Files.readString(program, StandardCharsets.ISO_8859_1).contains("ld-musl-");
  }
}
