using System.Net;
using System.Net.Sockets;

namespace WaGen.AspNetCore;

/// <summary>Counts requests of each address in the running minute.</summary>
internal sealed class SignupRate(int perMinute, TimeProvider time)
{
    // More addresses than this in a minute are no customers; they share one count then, so that memory stays bounded.
    private const int MostAddresses = 10_000;

    private const int NetworkBytes = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _counts = [];
    private long _minute;

    // Whoever has one address of version 6 has all of its network.
    private static IPAddress KeyOf(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }

    /// <summary>Whether one more request is served.</summary>
    public bool TryTake(IPAddress? address)
    {
        IPAddress key = KeyOf(address);
        long minute = time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        lock (_lock)
        {
            if (minute != _minute)
            {
                _minute = minute;
                _counts.Clear();
            }

            if (_counts.Count >= MostAddresses && !_counts.ContainsKey(key))
            {
                key = IPAddress.None;
            }

            int count = _counts.GetValueOrDefault(key) + 1;
            _counts[key] = count;
            return count <= perMinute;
        }
    }
}
