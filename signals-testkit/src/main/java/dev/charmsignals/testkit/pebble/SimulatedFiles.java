package dev.charmsignals.testkit.pebble;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.PatternSyntaxException;

/** The files of a container, in a directory that is its root. Owners are kept beside them. */
final class SimulatedFiles {

  private static final PosixFilePermission[] BITS = PosixFilePermission.values();

  private final Path root;
  private final Map<Path, FileWish> owners = new ConcurrentHashMap<>();

  SimulatedFiles(Path root) {
    this.root = root;
  }

  byte[] read(String path) throws IOException {
    Path file = resolve(path);
    if (!Files.isRegularFile(file) && Files.exists(file)) {
      throw new IOException("can only read a regular file: \"" + path + "\"");
    }
    return Files.readAllBytes(file);
  }

  void write(FileWish wish, InputStream content) throws IOException {
    Path file = resolve(wish.path());
    Path parent = parent(file);
    if (wish.parents()) {
      Files.createDirectories(parent);
    } else if (!Files.isDirectory(parent)) {
      throw parentIsNone(parent);
    }
    Path partial = Files.createTempFile(parent, ".push", "~");
    Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    own(file, wish, 0644);
  }

  void makeDirectory(FileWish wish) throws IOException {
    Path directory = resolve(wish.path());
    if (wish.parents()) {
      if (Files.isDirectory(directory)) {
        return;
      }
      Files.createDirectories(directory);
    } else if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(wish.path());
    } else if (!Files.isDirectory(parent(directory))) {
      throw parentIsNone(parent(directory));
    } else {
      Files.createDirectory(directory);
    }
    own(directory, wish, 0755);
  }

  void remove(String path, boolean recursive) throws IOException {
    Path file = resolve(path);
    if (recursive && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(file)) {
        for (Path child : children) {
          remove(path + "/" + child.getFileName(), true);
        }
      }
    }
    if (recursive) {
      Files.deleteIfExists(file);
    } else {
      Files.delete(file);
    }
    owners.remove(file);
  }

  List<Map<String, Object>> list(String path, String pattern, boolean itself) throws IOException {
    if (!path.startsWith("/")) {
      throw new Refusal(400, "path must be absolute, got \"" + path + "\"");
    }
    Path file = resolve(path);
    Path real = file.toRealPath(); // followed, as the entries of a directory are not
    List<Map<String, Object>> listed = new ArrayList<>();
    if (itself || !Files.isDirectory(real)) {
      listed.add(tree(file, real));
      return listed;
    }
    PathMatcher matcher = matcher(pattern);
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(real)) {
      stream.forEach(children::add);
    }
    children.sort(null);
    for (Path child : children) {
      if (matcher.matches(child.getFileName())) {
        listed.add(tree(file.resolve(child.getFileName()), child));
      }
    }
    return listed;
  }

  private static PathMatcher matcher(String pattern) {
    try {
      String glob = pattern.isEmpty() ? "*" : pattern.replace("{", "\\{").replace("}", "\\}");
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw new Refusal(400, "syntax error in pattern");
    }
  }

  private Map<String, Object> tree(Path shown, Path file) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean isRoot = shown.equals(root);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("path", isRoot ? "/" : "/" + root.relativize(shown));
    tree.put("name", isRoot ? "/" : shown.getFileName().toString());
    tree.put("type", type(attributes));
    if (attributes.isRegularFile()) {
      tree.put("size", attributes.size());
    }
    tree.put("permissions", Integer.toOctalString(mode(attributes.permissions())));
    tree.put(
        "last-modified",
        attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
    FileWish owner = owners.get(file);
    owner(tree, "user", owner == null || owner.user().isEmpty() ? "root" : owner.user());
    owner(tree, "group", owner == null || owner.group().isEmpty() ? "root" : owner.group());
    return tree;
  }

  /** Shows a name, or a number where the test said one; there is no /etc/passwd to look it up. */
  private static void owner(Map<String, Object> tree, String key, String owner) {
    boolean number = owner.chars().allMatch(c -> c >= '0' && c <= '9');
    tree.put(key + "-id", number ? Integer.parseInt(owner) : owner.equals("root") ? 0 : 1000);
    tree.put(key, number ? "" : owner);
  }

  private static String type(PosixFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return "symlink";
    }
    return attributes.isDirectory() ? "directory" : attributes.isRegularFile() ? "file" : "unknown";
  }

  private void own(Path file, FileWish wish, int usual) throws IOException {
    int mode = wish.mode() < 0 ? usual : wish.mode();
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < BITS.length; i++) { // from the owner's reading to the others' executing
      if ((mode & 0400 >> i) != 0) {
        permissions.add(BITS[i]);
      }
    }
    Files.setPosixFilePermissions(file, permissions);
    owners.put(file, wish);
  }

  private static int mode(Set<PosixFilePermission> permissions) {
    int mode = 0;
    for (int i = 0; i < BITS.length; i++) {
      mode |= permissions.contains(BITS[i]) ? 0400 >> i : 0;
    }
    return mode;
  }

  /** The root is its own parent, as on any file system but the one that it is a directory of. */
  private Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null || file.equals(root) ? root : parent;
  }

  private static IOException parentIsNone(Path parent) {
    Path above = parent;
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    return above == null || Files.isDirectory(above)
        ? new NoSuchFileException(parent.toString())
        : new IOException("not a directory");
  }

  private Path resolve(String path) throws IOException {
    if (!path.startsWith("/")) {
      throw new IOException("paths must be absolute, got \"" + path + "\"");
    }
    Path resolved = root.resolve(path.substring(1)).normalize();
    return resolved.startsWith(root) ? resolved : root;
  }
}
