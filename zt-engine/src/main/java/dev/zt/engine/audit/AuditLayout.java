package dev.zt.engine.audit;

/** How a record is written on its line. */
public enum AuditLayout {
  /**
   * JSON Lines in the form of the Open Cybersecurity Schema Framework 1.5: class API Activity
   * (6003) with the security control profile.
   */
  OCSF(".jsonl"),
  /** JSON Lines in the form of the Elastic Common Schema 8. */
  ECS(".jsonl"),
  /** ArcSight's Common Event Format, version 0. */
  CEF(".cef");

  private final String extension;

  AuditLayout(String extension) {
    this.extension = extension;
  }

  /** What the names of its files end in. */
  String extension() {
    return extension;
  }

  LineFormat format(String application) {
    return switch (this) {
      case OCSF -> new OcsfFormat(application);
      case ECS -> new EcsFormat(application);
      case CEF -> new CefFormat(application);
    };
  }
}
