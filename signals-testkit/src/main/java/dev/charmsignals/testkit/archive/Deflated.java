package dev.charmsignals.testkit.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * An entry's content as it stands in the archive.
 *
 * <p>Juju expands it without any limit but the size that the archive itself names: content that is
 * longer or shorter, or has another checksum, is refused.
 *
 * @param bytes the content, compressed or not
 * @param method how it is compressed, in ZIP's numbers
 * @param size how long it is when it is not
 * @param checksum its CRC-32
 */
record Deflated(byte[] bytes, int method, long size, long checksum) implements Content {

  @Override
  public InputStream open() throws IOException {
    return switch (method) {
      case ZipEntry.STORED -> new Verified(new ByteArrayInputStream(bytes), this);
      case ZipEntry.DEFLATED -> new Verified(inflated(), this);
      default -> throw new IOException("zip: unsupported compression algorithm");
    };
  }

  private InputStream inflated() {
    // Some versions of zlib want a byte after the end of what they read.
    byte[] padded = Arrays.copyOf(bytes, bytes.length + 1);
    Inflater inflater = new Inflater(true);
    return new InflaterInputStream(new ByteArrayInputStream(padded), inflater) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }

  /** Ends well only if it was what the archive says of it. */
  private static final class Verified extends FilterInputStream {

    private final CheckedInputStream checked;
    private final Deflated content;
    private long read;

    Verified(InputStream in, Deflated content) {
      this(new CheckedInputStream(in, new CRC32()), content);
    }

    private Verified(CheckedInputStream checked, Deflated content) {
      super(checked);
      this.checked = checked;
      this.content = content;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int now = inflate(buffer, offset, length);
      read += Math.max(0, now);
      if (read > content.size) {
        throw new IOException("zip: not a valid zip file");
      }
      if (now < 0 && read < content.size) {
        throw new IOException("unexpected EOF");
      }
      if (now < 0 && checked.getChecksum().getValue() != content.checksum) {
        throw new IOException("zip: checksum error");
      }
      return now;
    }

    private int inflate(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (EOFException e) {
        throw new IOException("unexpected EOF", e);
      } catch (ZipException e) {
        throw new IOException("flate: corrupt input", e);
      }
    }

    @Override
    public long skip(long bytes) throws IOException {
      return readNBytes((int) Math.min(bytes, 8_192)).length;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
