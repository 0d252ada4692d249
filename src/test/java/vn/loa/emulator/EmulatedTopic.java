package vn.loa.emulator;

/** A topic of a forum. */
public final class EmulatedTopic {
    private final EmulatedChat forum;
    private final long id;
    private String state = "";

    EmulatedTopic(EmulatedChat forum, long id) {
        this.forum = forum;
        this.id = id;
    }

    public long id() {
        return id;
    }

    /** A person writes here. */
    public int says(Person person, String text) {
        return forum.says(person, text, message -> {
            message.put("message_thread_id", id).put("is_topic_message", true);
            message.set("reply_to_message", forum.topicCreated(id));
        });
    }

    /** A person gives the topic another name. */
    public int renamed(Person person, String name) {
        return forum.says(person, "", message -> {
            message.put("message_thread_id", id).put("is_topic_message", true);
            message.putObject("forum_topic_edited").put("name", name);
        });
    }

    public void close() {
        state = "TOPIC_CLOSED";
    }

    public void delete() {
        state = "message thread not found";
    }

    void requireOpen() {
        if (!state.isEmpty()) {
            throw Refusal.badRequest(state);
        }
    }
}
