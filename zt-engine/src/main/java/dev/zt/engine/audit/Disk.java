package dev.zt.engine.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Where the files of a log are. For one thread. */
interface Disk extends Closeable {
  /** The names of all files. */
  List<String> names() throws IOException;

  /** What a file holds. */
  byte[] read(String name) throws IOException;

  /** Opens a file at its end; one that is not there yet is made, and its name forced. */
  Out open(String name) throws IOException;

  /** Takes a file away. */
  void delete(String name) throws IOException;

  @Override
  void close() throws IOException;

  /** An open file. */
  interface Out extends Closeable {
    /** How long the file is. */
    long size() throws IOException;

    /** Writes all of it, or throws; how much was written then is not known. */
    void write(ByteBuffer bytes) throws IOException;

    /** Cuts the file to a length and goes on there. */
    void truncate(long length) throws IOException;

    /** Returns once everything written is on the device. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
  }
}
