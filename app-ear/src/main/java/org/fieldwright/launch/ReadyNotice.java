package org.fieldwright.launch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.fieldwright.launch.tls.MachineNames;

/** What the operator reads when the portal is ready. */
final class ReadyNotice {

    private static final List<String> DEMO_ACCOUNTS = List.of(
            "technician   asks the manuals",
            "dispatcher",
            "estimator",
            "billing",
            "manager",
            "admin        uploads manuals, manages accounts");

    private ReadyNotice() {}

    static String of(LaunchPlan plan, Duration taken) {
        StringBuilder notice = new StringBuilder(
                "%nFieldwright is ready after %.1f seconds.%n%n".formatted(taken.toMillis() / 1000.0));
        notice.append("  On this machine   ").append(address(plan, "localhost")).append('\n');
        for (InetAddress network : reachable(plan)) {
            notice.append("  On your network   ")
                    .append(address(plan, network.getHostAddress()))
                    .append('\n');
        }
        if (plan.demo()) {
            notice.append("\n  Accounts to try it out, password for all: fieldwright-demo\n");
            for (String account : DEMO_ACCOUNTS) {
                String[] parts = account.split(" +", 2);
                notice.append("    %-32s%s"
                                .formatted(parts[0] + "@demo.fieldwright", parts.length > 1 ? parts[1] : "")
                                .stripTrailing())
                        .append('\n');
            }
        }
        notice.append("\n  Log    ")
                .append(plan.data().toAbsolutePath().normalize().resolve("logs"))
                .append("\n  Stop   Ctrl-C\n");
        return notice.toString();
    }

    private static List<InetAddress> reachable(LaunchPlan plan) {
        return plan.address().equals("0.0.0.0") ? MachineNames.networkAddresses() : List.of();
    }

    private static String address(LaunchPlan plan, String host) {
        return plan.https()
                .map(https -> "https://" + host + port(https.port(), 443))
                .orElseGet(() -> "http://" + host + port(plan.port(), 80));
    }

    private static String port(int port, int usual) {
        return port == usual ? "/" : ":" + port + "/";
    }
}
