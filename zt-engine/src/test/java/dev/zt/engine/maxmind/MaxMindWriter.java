package dev.zt.engine.maxmind;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small databases in the MaxMind DB format 2.0 with records of 24 bits, for tests. */
final class MaxMindWriter {
  private static final int EMPTY = -1;

  private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {EMPTY, EMPTY}));
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  /** Adds a network; an IPv4 one stands at {@code ::/96}. */
  MaxMindWriter add(String address, int prefix, Map<String, ?> record) throws IOException {
    byte[] given = InetAddress.getByName(address).getAddress();
    byte[] bits = new byte[16];
    System.arraycopy(given, 0, bits, 16 - given.length, given.length);
    int length = prefix + (16 - given.length) * 8;
    int node = 0;
    for (int at = 0; at < length - 1; at++) {
      int side = bit(bits, at);
      if (nodes.get(node)[side] == EMPTY) {
        nodes.get(node)[side] = nodes.size();
        nodes.add(new int[] {EMPTY, EMPTY});
      }
      node = nodes.get(node)[side];
    }
    // What points into the data is told apart from nodes by its sign until the nodes are counted.
    nodes.get(node)[bit(bits, length - 1)] = -2 - data.size();
    write(data, record);
    return this;
  }

  Path write(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int[] node : nodes) {
      for (int side : node) {
        int value = side >= 0 ? side : side == EMPTY ? nodes.size() : nodes.size() + 14 - side;
        out.write(new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value});
      }
    }
    out.write(new byte[16]);
    data.writeTo(out);
    out.write(new byte[] {(byte) 0xAB, (byte) 0xCD, (byte) 0xEF});
    out.write("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("node_count", (long) nodes.size());
    metadata.put("record_size", 24);
    metadata.put("ip_version", 6);
    metadata.put("database_type", "Test");
    metadata.put("languages", List.of("en"));
    metadata.put("binary_format_major_version", 2);
    metadata.put("binary_format_minor_version", 0);
    metadata.put("build_epoch", 1_772_442_000L);
    metadata.put("description", Map.of("en", "for tests"));
    write(out, metadata);
    return Files.write(file, out.toByteArray());
  }

  private static int bit(byte[] bits, int at) {
    return (bits[at / 8] >> (7 - at % 8)) & 1;
  }

  private static void write(ByteArrayOutputStream out, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      control(out, 7, map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(out, entry.getKey());
        write(out, entry.getValue());
      }
    } else if (value instanceof List<?> list) {
      control(out, 11, list.size());
      for (Object element : list) {
        write(out, element);
      }
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      control(out, 2, bytes.length);
      out.write(bytes);
    } else if (value instanceof Double number) {
      control(out, 3, 8);
      out.write(ByteBuffer.allocate(8).putDouble(number).array());
    } else if (value instanceof Integer number) {
      unsigned(out, 5, number);
    } else if (value instanceof Long number) {
      unsigned(out, number > 0xFFFF_FFFFL ? 9 : 6, number);
    } else {
      throw new IllegalArgumentException("no form for " + value);
    }
  }

  private static void unsigned(ByteArrayOutputStream out, int type, long number)
      throws IOException {
    byte[] all = ByteBuffer.allocate(8).putLong(number).array();
    int first = 0;
    while (first < 8 && all[first] == 0) {
      first++;
    }
    control(out, type, 8 - first);
    out.write(Arrays.copyOfRange(all, first, 8));
  }

  private static void control(ByteArrayOutputStream out, int type, int size) {
    int shown = Math.min(size, 29);
    out.write(type <= 7 ? type << 5 | shown : shown);
    if (type > 7) {
      out.write(type - 7);
    }
    if (size >= 29) {
      out.write(size - 29);
    }
  }
}
