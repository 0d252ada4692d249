package vn.loa.bot;

import java.util.Optional;

/** Says whether this node runs a bot. One node does at a time: two would send everything twice. */
public interface Ownership {
    /**
     * Takes the bot when nobody has it, or goes on having it.
     *
     * @return whether this node has it now
     * @throws RuntimeException when that cannot be found out; {@link #holds} says how long what was found before is good
     */
    boolean keep();

    /** Returns whether this node has the bot at this very moment; asks nobody. */
    boolean holds();

    /** Gives the bot up. To be called when all that was done for it has come to its end. */
    void release();

    /** Returns the name of the node that has the bot; empty when none has. */
    Optional<String> node();

    /** Returns whether no other node can ever have the bot. */
    default boolean alone() {
        return false;
    }

    /** Returns the ownership of a node that is alone with its database. */
    static Ownership sole(String node) {
        return new Ownership() {
            @Override
            public boolean keep() {
                return true;
            }

            @Override
            public boolean holds() {
                return true;
            }

            @Override
            public void release() {}

            @Override
            public Optional<String> node() {
                return Optional.of(node);
            }

            @Override
            public boolean alone() {
                return true;
            }
        };
    }
}
