package dev.zt.engine.elevation;

import dev.zt.EntityRef;
import dev.zt.Grant;
import dev.zt.GrantStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal as bytes: a mark and grants.
 *
 * <p>Texts are written as UTF-16, so that every one comes back as it was, unpaired surrogates
 * included. Instants are whole milliseconds.
 */
final class GrantCodec {
  private static final int NONE = -1;

  private GrantCodec() {}

  /** What an entry says. */
  record Entry(GrantStore.Mark mark, List<Grant> grants) {}

  static byte[] encode(Collection<Grant> grants, GrantStore.Mark mark) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeLong(mark.clock().toEpochMilli());
      out.writeLong(mark.time().toEpochMilli());
      out.writeInt(grants.size());
      for (Grant grant : grants) {
        write(grant, out);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("memory does not fail", impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(Grant grant, DataOutputStream out) throws IOException {
    write(grant.id(), out);
    write(grant.elevation(), out);
    write(grant.subject(), out);
    write(grant.resourceType(), out);
    write(grant.resourceId(), out);
    out.writeLong(grant.duration().toMillis());
    write(grant.reason(), out);
    out.writeLong(grant.asked().toEpochMilli());
    write(grant.state().name(), out);
    out.writeInt(grant.approvals().size());
    for (Grant.Approval approval : grant.approvals()) {
      write(approval.approver(), out);
      out.writeLong(approval.at().toEpochMilli());
    }
    write(grant.start(), out);
    write(grant.end(), out);
    Grant.Ending ending = grant.ending();
    out.writeBoolean(ending != null);
    if (ending != null) {
      write(ending.by(), out);
      write(ending.reason(), out);
      out.writeLong(ending.at().toEpochMilli());
    }
  }

  private static void write(@Nullable String text, DataOutputStream out) throws IOException {
    out.writeInt(text == null ? NONE : text.length());
    if (text != null) {
      out.writeChars(text);
    }
  }

  private static void write(@Nullable EntityRef reference, DataOutputStream out)
      throws IOException {
    write(reference == null ? null : reference.type(), out);
    write(reference == null ? null : reference.id(), out);
  }

  private static void write(@Nullable Instant instant, DataOutputStream out) throws IOException {
    out.writeBoolean(instant != null);
    if (instant != null) {
      out.writeLong(instant.toEpochMilli());
    }
  }

  /**
   * What {@link #encode} made bytes of.
   *
   * @throws IOException when it made something else
   */
  static Entry decode(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    GrantStore.Mark mark =
        new GrantStore.Mark(
            Instant.ofEpochMilli(in.readLong()), Instant.ofEpochMilli(in.readLong()));
    int count = in.readInt();
    List<Grant> grants = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      grants.add(grant(in));
    }
    if (in.read() >= 0) {
      throw new IOException("an entry is longer than what it says");
    }
    return new Entry(mark, grants);
  }

  private static Grant grant(DataInputStream in) throws IOException {
    String id = text(in);
    String elevation = text(in);
    EntityRef subject = new EntityRef(text(in), text(in));
    String resourceType = text(in);
    String resourceId = textOrNone(in);
    Duration duration = Duration.ofMillis(in.readLong());
    String reason = textOrNone(in);
    Instant asked = Instant.ofEpochMilli(in.readLong());
    Grant.State state = state(text(in));
    int votes = in.readInt();
    List<Grant.Approval> approvals = new ArrayList<>();
    for (int i = 0; i < votes; i++) {
      EntityRef approver = new EntityRef(text(in), text(in));
      approvals.add(new Grant.Approval(approver, Instant.ofEpochMilli(in.readLong())));
    }
    return new Grant(
        id,
        elevation,
        subject,
        resourceType,
        resourceId,
        duration,
        reason,
        asked,
        state,
        approvals,
        instantOrNone(in),
        instantOrNone(in),
        in.readBoolean() ? ending(in) : null);
  }

  private static Grant.Ending ending(DataInputStream in) throws IOException {
    String type = textOrNone(in);
    String id = textOrNone(in);
    EntityRef by = type == null || id == null ? null : new EntityRef(type, id);
    return new Grant.Ending(by, textOrNone(in), Instant.ofEpochMilli(in.readLong()));
  }

  private static Grant.State state(String name) throws IOException {
    for (Grant.State state : Grant.State.values()) {
      if (state.name().equals(name)) {
        return state;
      }
    }
    throw new IOException("a grant is in the state " + name + ", which is not known here");
  }

  private static String text(DataInputStream in) throws IOException {
    String text = textOrNone(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }

  private static @Nullable String textOrNone(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == NONE) {
      return null;
    }
    if (length < 0 || length > in.available() / Character.BYTES) {
      throw new IOException("a text is longer than the entry that it stands in");
    }
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(in.readChar());
    }
    return text.toString();
  }

  private static @Nullable Instant instantOrNone(DataInputStream in) throws IOException {
    return in.readBoolean() ? Instant.ofEpochMilli(in.readLong()) : null;
  }
}
