package dev.charmsignals.packing.runtime;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages that a class uses: those of all types that its constant pool names.
 *
 * <p>A pool is easily read, whatever release of Java the class is for. It names a few types more
 * than are used, in text that looks like a type, and so a module too many rather than one too few.
 */
final class UsedPackages {

  private static final int MAGIC = 0xcafebabe;
  private static final int UTF8 = 1;

  /**
   * A type within a descriptor or signature: {@code Ljava/util/Map<…} or {@code Ljava/util/Map;}.
   */
  private static final Pattern TYPE = Pattern.compile("L((?:\\w+/)*\\w+)/[\\w$]+[;<]");

  /** The name of a class, or what could be one. */
  private static final Pattern NAME = Pattern.compile("((?:\\w+/)*\\w+)/[\\w$]+");

  private UsedPackages() {}

  /** Reads a class file up to the end of its pool. */
  static Set<String> of(InputStream classFile) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(classFile));
    if (in.readInt() != MAGIC) {
      throw new IOException("no class file");
    }
    in.readInt(); // its version
    Set<String> packages = new HashSet<>();
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> addAll(in.readUTF(), packages);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // a long or double takes two places
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("unknown tag %d in a constant pool".formatted(tag));
      }
    }
    return packages;
  }

  private static void addAll(String text, Set<String> packages) {
    Matcher name = NAME.matcher(text);
    if (name.matches()) {
      packages.add(name.group(1).replace('/', '.'));
    }
    Matcher type = TYPE.matcher(text);
    while (type.find()) {
      packages.add(type.group(1).replace('/', '.'));
    }
  }
}
