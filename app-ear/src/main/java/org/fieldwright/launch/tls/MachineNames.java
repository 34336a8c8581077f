package org.fieldwright.launch.tls;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Under which names and addresses browsers reach this machine.
 *
 * @param hosts host names in lower case, {@code localhost} first
 * @param addresses IP addresses, loopback first, then those of the network
 */
public record MachineNames(List<String> hosts, List<InetAddress> addresses) {

    public MachineNames {
        hosts = List.copyOf(hosts);
        addresses = List.copyOf(addresses);
    }

    public static MachineNames ofThisMachine() {
        List<String> hosts = new ArrayList<>(List.of("localhost"));
        List<InetAddress> addresses = new ArrayList<>();
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            if (name.matches("[a-z0-9][a-z0-9.-]*[a-z]") && !hosts.contains(name)) {
                hosts.add(name);
                if (!name.contains(".")) {
                    hosts.add(name + ".local");
                }
            }
        } catch (UnknownHostException e) {
            // A machine that does not know its own name is reached by its addresses.
        }
        addresses.add(InetAddress.getLoopbackAddress());
        addresses.addAll(networkAddresses());
        return new MachineNames(hosts, addresses);
    }

    /** The IPv4 addresses other machines of the same network can use, in the order of the interfaces. */
    public static List<InetAddress> networkAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(MachineNames::isConnected)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address
                            && !address.isLoopbackAddress()
                            && !address.isLinkLocalAddress())
                    .distinct()
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isConnected(NetworkInterface candidate) {
        try {
            // Bridges of containers and virtual machines lead nowhere a phone could come from.
            return candidate.isUp()
                    && !candidate.isLoopback()
                    && !candidate.getName().matches("(docker|br-|veth|virbr|cni|flannel).*");
        } catch (SocketException e) {
            return false;
        }
    }
}
