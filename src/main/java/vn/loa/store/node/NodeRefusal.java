package vn.loa.store.node;

import java.util.List;
import vn.loa.store.UnusableDatabaseException;

/** Refuses a node whose configuration is another than that of the nodes that run. */
public final class NodeRefusal {
    private NodeRefusal() {}

    /**
     * Looks at the nodes that run.
     *
     * @throws UnusableDatabaseException when one has another configuration; the node is noted as gone then
     */
    public static void unlessAlike(OwnershipStore nodes, String life, String configuration) {
        List<String> others = nodes.configuredOtherwise(life, configuration);
        if (!others.isEmpty()) {
            nodes.gone(life);
            throw new UnusableDatabaseException(
                    "this node has other sources, bots or operators in its configuration than "
                            + String.join(", ", others) + ", which runs with the same database",
                    "give all nodes the same configuration, or stop the others first",
                    true);
        }
    }
}
