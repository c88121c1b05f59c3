package com.srecopilot.hypothesis.rootcause.synthetic;

import java.util.List;

/** How a made system names and scales its metrics; a name of "" is a metric it does not have. */
record Dialect(String cpu, double cpuUnit, String memory, double memoryUnit, String disk, String received, String sockets,
               String rate, List<String> latencies, double latencyUnit, String errors, boolean errorsAsSuccess, String pool) {

    /** The metric that would alert. */
    String alarm(FaultKind kind) {
        return switch (kind) {
            case EXCEPTION, DOWN, WRONG_CONFIG -> errors;
            default -> latencies.get(0);
        };
    }

    static final List<Dialect> ALL = List.of(
            new Dialect("cpu", 1, "mem", 1e6, "diskio", "", "socket", "workload", List.of("latency-50", "latency-90"), 1e-3, "error", false, ""),
            new Dialect("container_cpu_usage_seconds_total", 0.01, "container_memory_working_set_bytes", 1e6, "container_fs_writes_bytes_total",
                    "container_network_receive_bytes_total", "container_sockets", "istio_requests_total",
                    List.of("istio_request_duration_p50", "istio_request_duration_p99"), 1, "istio_request_errors_total", false, "hikaricp_connections_pending"),
            new Dialect("process.cpu.utilization", 0.01, "process.memory.usage", 1e6, "system.disk.io", "system.network.io", "",
                    "http.server.requests", List.of("http.server.request.duration.p95"), 1e-3, "http.server.failures", false, "db.client.connections.usage"),
            new Dialect("CPUUtilization", 1, "MemoryUtilization", 0.1, "", "NetworkIn", "", "RequestCount",
                    List.of("ResponseTime_average", "ResponseTime_p99"), 1e-3, "Availability", true, ""),
            new Dialect("", 1, "", 1, "", "", "", "requests_sum", List.of("latency_p50", "latency_p90", "latency_p99"), 1e-3, "availability_average", true, ""),
            new Dialect("node_cpu_millicores", 10, "jvm_memory_used_mib", 1, "disk_write_ops", "rx_kib", "tcp_open", "ops",
                    List.of("server_latency_p90_s", "server_latency_p99_s"), 1e-3, "success_rate_pct", true, "pool_in_use"));
}
