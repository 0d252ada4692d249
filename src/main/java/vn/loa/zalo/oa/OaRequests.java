package vn.loa.zalo.oa;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;

/** The API's requests, without the access token. */
final class OaRequests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");

    private final HttpUrl api;

    OaRequests(URI apiUrl) {
        this.api = HttpUrl.get(apiUrl);
    }

    /** A message to a group (GMF) or to a person (customer service, within 7 days of what the person wrote last). */
    Request message(ChatAddress to, String text, Optional<URI> picture) {
        boolean group = OaChats.kind(to) == ChatKind.GROUP;
        ObjectNode body = JSON.createObjectNode();
        body.putObject("recipient").put(group ? "group_id" : "user_id", OaChats.id(to));
        ObjectNode message = body.putObject("message").put("text", text);
        picture.ifPresent(address -> attach(address, message));
        return new Request.Builder()
                .url(at(group ? "v3.0/oa/group/message" : "v3.0/oa/message/cs").build())
                .post(RequestBody.create(body.toString(), JSON_TYPE))
                .build();
    }

    private static void attach(URI picture, ObjectNode message) {
        ObjectNode attachment = message.putObject("attachment").put("type", "template");
        attachment
                .putObject("payload")
                .put("template_type", "media")
                .putArray("elements")
                .addObject()
                .put("media_type", "image")
                .put("url", picture.toASCIIString());
    }

    /** A part of the list of the groups that the account made. */
    Request groups(int offset, int count) {
        HttpUrl address = at("v3.0/oa/group/getgroupsofoa")
                .addQueryParameter("offset", Integer.toString(offset))
                .addQueryParameter("count", Integer.toString(count))
                .build();
        return new Request.Builder().url(address).build();
    }

    /** Asks for a person who follows the account; parameters of such questions travel as one JSON. */
    Request person(String userId) {
        String data = JSON.createObjectNode().put("user_id", userId).toString();
        return new Request.Builder()
                .url(at("v3.0/oa/user/detail").addQueryParameter("data", data).build())
                .build();
    }

    /** The first members of a group. */
    Request members(String groupId, int count) {
        HttpUrl address = at("v3.0/oa/group/listmember")
                .addQueryParameter("group_id", groupId)
                .addQueryParameter("offset", "0")
                .addQueryParameter("count", Integer.toString(count))
                .build();
        return new Request.Builder().url(address).build();
    }

    /** Asks until when, and how often, a person may be written to. */
    Request messageQuota(String userId) {
        return new Request.Builder()
                .url(at("v3.0/oa/quota/message").build())
                .post(RequestBody.create(
                        JSON.createObjectNode().put("user_id", userId).toString(), JSON_TYPE))
                .build();
    }

    /** Asks for the groups that the account has bought. */
    Request groupQuota() {
        return new Request.Builder()
                .url(at("v3.0/oa/quota/group").build())
                .post(RequestBody.create(
                        JSON.createObjectNode().put("quota_owner", "OA").toString(), JSON_TYPE))
                .build();
    }

    /** Asks for the account's name and number. */
    Request account() {
        return new Request.Builder().url(at("v2.0/oa/getoa").build()).build();
    }

    /** Asks for one group. */
    Request group(String groupId) {
        return new Request.Builder()
                .url(at("v3.0/oa/group/getgroup")
                        .addQueryParameter("group_id", groupId)
                        .build())
                .build();
    }

    private HttpUrl.Builder at(String path) {
        return api.newBuilder().addPathSegments(path);
    }
}
