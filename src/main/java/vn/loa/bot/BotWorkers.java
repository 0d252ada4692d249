package vn.loa.bot;

import java.util.Optional;
import vn.loa.delivery.Answers;
import vn.loa.delivery.Budget;
import vn.loa.delivery.Corrector;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.ReceiptCounter;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.connection.BotConnection;

/** Port by which a bot gets those who work for it: its connection, its sender and its editors. */
public interface BotWorkers {
    /** Makes a bot's connection to its platform, in the state in which it was left. */
    BotConnection connect(Messenger messenger);

    /** Makes what answers people over a connection. */
    Answers answers(BotConnection connection);

    /** Makes what sends over a connection, within what the bot's plan allows. */
    Dispatcher dispatcher(BotConnection connection, Optional<Budget> budget);

    /** Makes what brings messages up to date over a connection. */
    Corrector corrector(BotConnection connection);

    /** Makes what shows counts of acknowledgements over a connection. */
    ReceiptCounter receiptCounter(BotConnection connection);
}
