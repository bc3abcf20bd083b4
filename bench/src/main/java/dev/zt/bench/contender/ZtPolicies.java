package dev.zt.bench.contender;

import dev.zt.Request;
import dev.zt.bench.workload.Workload;
import java.util.List;
import java.util.Map;

/** The policies of workloads as zt writes them. */
public final class ZtPolicies {
  private ZtPolicies() {}

  /** The text of each file by the file's name. */
  public static Map<String, String> text(Workload workload) {
    return ZtText.files(workload);
  }

  /** All questions of a workload as requests. */
  public static List<Request> requests(Workload workload) {
    return workload.questions().stream().map(Zt::request).toList();
  }

  /** The first question of a workload as a request. */
  public static Request firstRequest(Workload workload) {
    return Zt.request(workload.questions().get(0));
  }
}
