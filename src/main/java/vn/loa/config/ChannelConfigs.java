package vn.loa.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.config.value.Secret;
import vn.loa.config.yaml.Section;

/** The settings of all channels of the program. */
public final class ChannelConfigs {
    private final Map<ChannelSection<?>, ChannelConfig> byChannel;

    private ChannelConfigs(Map<ChannelSection<?>, ChannelConfig> byChannel) {
        this.byChannel = byChannel;
    }

    static ChannelConfigs read(List<ChannelSection<?>> channels, Section top, WebConfig web) {
        Map<ChannelSection<?>, ChannelConfig> read = new LinkedHashMap<>();
        channels.forEach(channel -> read.put(channel, channel.read(top.section(channel.key()), web)));
        return new ChannelConfigs(read);
    }

    /**
     * Returns the settings of one channel.
     *
     * @throws IllegalArgumentException when the program has no such channel
     */
    @SuppressWarnings("unchecked") // Each section has made what stands beside it.
    public <C extends ChannelConfig> C of(ChannelSection<C> channel) {
        ChannelConfig config = byChannel.get(channel);
        if (config == null) {
            throw new IllegalArgumentException("no channel " + channel.key());
        }
        return (C) config;
    }

    /** Returns the names of all bots that are configured, as {@code telegram/main}. */
    public List<String> botNames() {
        return byChannel.entrySet().stream()
                .flatMap(each ->
                        each.getValue().botNames().map(name -> each.getKey().key() + "/" + name))
                .toList();
    }

    /** Returns the settings of each channel. */
    public Stream<ChannelConfig> all() {
        return byChannel.values().stream();
    }

    /** Returns the settings without their secrets. */
    @Override
    public String toString() {
        return byChannel.values().toString();
    }

    Stream<ProxyConfig> proxies() {
        return all().map(ChannelConfig::proxy).flatMap(Optional::stream);
    }

    Stream<Secret> secrets() {
        return all().flatMap(ChannelConfig::secrets);
    }
}
