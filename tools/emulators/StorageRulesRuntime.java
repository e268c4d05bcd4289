import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.firebase.rules.lang.CompileResult;
import com.google.firebase.rules.lang.FirebaseRulesProtoCompiler;
import com.google.firebase.rules.lang.common.FirebaseRulesLangOptions;
import com.google.firebase.rules.partners.services.firebasestorage.FirebaseStorageCreateContextConverter;
import com.google.firebase.rules.partners.services.firebasestorage.FirebaseStorageDeleteContextConverter;
import com.google.firebase.rules.partners.services.firebasestorage.FirebaseStorageGetContextConverter;
import com.google.firebase.rules.partners.services.firebasestorage.FirebaseStorageListContextConverter;
import com.google.firebase.rules.partners.services.firebasestorage.FirebaseStorageService.FirebaseStorageCreateContext;
import com.google.firebase.rules.partners.services.firebasestorage.FirebaseStorageService.FirebaseStorageDeleteContext;
import com.google.firebase.rules.partners.services.firebasestorage.FirebaseStorageService.FirebaseStorageGetContext;
import com.google.firebase.rules.partners.services.firebasestorage.FirebaseStorageService.FirebaseStorageListContext;
import com.google.firebase.rules.partners.services.firebasestorage.FirebaseStorageService.FirebaseStorageUpdateContext;
import com.google.firebase.rules.partners.services.firebasestorage.FirebaseStorageUpdateContextConverter;
import com.google.firebase.rules.runtime.evaluators.AuthRuleEvaluator.RuleContext;
import com.google.firebase.rules.runtime.impl.DefaultEvaluator;
import com.google.firebase.rules.runtime.v1.ExpressionListValue;
import com.google.firebase.rules.runtime.v1.ExpressionMapValue;
import com.google.firebase.rules.runtime.v1.ExpressionPathSegmentValue;
import com.google.firebase.rules.runtime.v1.ExpressionPathValue;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import com.google.firebase.rules.runtime.v1.RulesetAst;
import com.google.firebase.rules.v1.File;
import com.google.firebase.rules.v1.Issue;
import com.google.firebase.rules.v1.Source;
import com.google.firebase.rules.v1.SourcePosition;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import com.google.protobuf.NullValue;
import com.google.protobuf.util.JsonFormat;
import com.google.protobuf.util.Timestamps;
import com.google.type.LatLng;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Judges storage.rules for firebase-tools' Storage emulator with the rules engine that lies in the
 * Firestore emulator's jar. It reads one JSON request a line from stdin and answers on stdout:
 *
 * <pre>
 *   load_ruleset  compile these sources under a name
 *   verify        may this request pass? In between it may ask back: fetch_firestore_document
 * </pre>
 */
public final class StorageRulesRuntime {
  public static void main(String[] args) throws IOException {
    Wire wire = new Wire(new FileOutputStream(FileDescriptor.out));
    // Whatever else prints must not mix with the answers.
    System.setOut(System.err);
    wire.announceReady();

    Rulesets rulesets = new Rulesets();
    ExecutorService workers = Executors.newCachedThreadPool();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isBlank()) continue;
      JsonObject request = JsonParser.parseString(line).getAsJsonObject();
      if (!wire.takeFetched(request)) workers.execute(() -> answer(request, rulesets, wire));
    }
    // stdin ends with the emulator: nobody is left to answer.
    System.exit(0);
  }

  private static void answer(JsonObject request, Rulesets rulesets, Wire wire) {
    Exchange exchange = new Exchange(request.get("id").getAsInt(), wire);
    Verdict verdict = new Verdict();
    try {
      JsonObject context = request.getAsJsonObject("context");
      String action = request.get("action").getAsString();
      if (action.equals("load_ruleset")) rulesets.load(context, verdict);
      else if (action.equals("verify")) rulesets.verify(context, exchange, verdict);
      else verdict.errors.add("unknown action " + action);
    } catch (Exception | LinkageError failure) {
      verdict.deny(failure);
    }
    exchange.finish(verdict);
  }

  /** What is answered in the end. */
  private static final class Verdict {
    final JsonObject result = new JsonObject();
    final JsonArray errors = new JsonArray();
    final JsonArray warnings = new JsonArray();

    /** A rule that cannot be judged (a missing field, a null) refuses, as in production. */
    void deny(Throwable failure) {
      Throwable reason = failure.getCause() == null ? failure : failure.getCause();
      result.addProperty("permit", false);
      warnings.add(String.valueOf(reason.getMessage()));
    }
  }

  /** Compiled rulesets by name. */
  private static final class Rulesets {
    private static final FirebaseRulesLangOptions LANGUAGE =
        FirebaseRulesLangOptions.builder().allowTernaryOperator(true).allowCrossServiceRules(true).build();

    private final Map<String, RulesetAst> compiled = new ConcurrentHashMap<>();

    void load(JsonObject context, Verdict verdict) {
      CompileResult outcome = FirebaseRulesProtoCompiler.createStandalone(LANGUAGE).compile(sourceIn(context));
      JsonArray issues = outcome.hasCompilationError() ? verdict.errors : verdict.warnings;
      for (Issue issue : outcome.getIssues()) issues.add(describe(issue));
      if (outcome.hasCompilationError()) return;

      RulesetAst ruleset = outcome.getRulesetAst();
      compiled.put(context.get("rulesetName").getAsString(), ruleset);
      verdict.result.addProperty("rulesVersion", ruleset.getVersion().getNumber());
    }

    void verify(JsonObject context, Exchange exchange, Verdict verdict) throws Exception {
      RulesetAst ruleset = compiled.get(context.get("rulesetName").getAsString());
      RuleContext operation = new StorageOperation(context, exchange).asRuleContext();
      verdict.result.addProperty("permit", new DefaultEvaluator(ruleset).evaluate(operation).get().permit());
    }

    private static Source sourceIn(JsonObject context) {
      Source.Builder source = Source.newBuilder();
      for (JsonElement element : context.getAsJsonObject("source").getAsJsonArray("files")) {
        JsonObject file = element.getAsJsonObject();
        source.addFiles(
            File.newBuilder()
                .setName(file.get("name").getAsString())
                .setContent(file.get("content").getAsString()));
      }
      return source.build();
    }

    private static String describe(Issue issue) {
      SourcePosition at = issue.getSourcePosition();
      return String.format(
          "%s:%d:%d - %s %s",
          at.getFileName(), at.getLine(), at.getColumn(), issue.getSeverity(), issue.getDescription());
    }
  }

  /** One request to Storage, as the engine asks about it. */
  private static final class StorageOperation
      implements FirebaseStorageGetContext,
          FirebaseStorageListContext,
          FirebaseStorageCreateContext,
          FirebaseStorageUpdateContext,
          FirebaseStorageDeleteContext {
    private final String method;
    private final ExpressionPathValue path;
    private final ExpressionMapValue request;
    private final ExpressionValue resource;
    private final Exchange exchange;

    StorageOperation(JsonObject context, Exchange exchange) throws IOException {
      JsonObject variables = context.getAsJsonObject("variables");
      this.method = context.get("method").getAsString();
      this.path = Values.path(context.get("path").getAsString());
      this.request = Values.fromWire(variables.get("request")).getMapValue();
      this.resource = Values.fromWire(variables.get("resource"));
      this.exchange = exchange;
    }

    RuleContext asRuleContext() {
      return switch (method) {
        case "list" -> FirebaseStorageListContextConverter.convert(this);
        case "create" -> FirebaseStorageCreateContextConverter.convert(this);
        case "update" -> FirebaseStorageUpdateContextConverter.convert(this);
        case "delete" -> FirebaseStorageDeleteContextConverter.convert(this);
        default -> FirebaseStorageGetContextConverter.convert(this);
      };
    }

    @Override
    public ExpressionPathValue path() {
      return path;
    }

    @Override
    public ExpressionMapValue request() {
      return request;
    }

    @Override
    public ListenableFuture<ExpressionValue> resource() {
      return Futures.immediateFuture(resource);
    }

    @Override
    public ExpressionValue debug(ExpressionValue value) {
      System.err.println(value);
      return value;
    }

    @Override
    public ListenableFuture<ExpressionValue> firestoreGet(ExpressionPathValue document, SourcePosition at) {
      return fetching(document, found -> found == null ? Values.nothing() : Values.firestoreDocument(found));
    }

    @Override
    public ListenableFuture<ExpressionValue> firestoreExists(ExpressionPathValue document, SourcePosition at) {
      return fetching(document, found -> ExpressionValue.newBuilder().setBoolValue(found != null).build());
    }

    private interface Reading {
      ExpressionValue of(JsonObject foundDocument) throws Exception;
    }

    /** Waits on purpose: the emulator follows one question of a request at a time. */
    private ListenableFuture<ExpressionValue> fetching(ExpressionPathValue document, Reading reading) {
      try {
        return Futures.immediateFuture(reading.of(exchange.fetch(Values.pathText(document))));
      } catch (Exception failure) {
        return Futures.immediateFailedFuture(failure);
      }
    }
  }

  /** The conversation about one request. Every question moves it to a new id, which the answer then bears. */
  private static final class Exchange {
    private final Wire wire;
    private int id;

    Exchange(int id, Wire wire) {
      this.id = id;
      this.wire = wire;
    }

    /** The document in Firestore's REST form, null when there is none. */
    JsonObject fetch(String documentPath)
        throws IOException, InterruptedException, ExecutionException, TimeoutException {
      int questionId = wire.nextQuestionId();
      JsonObject context = new JsonObject();
      context.addProperty("path", documentPath);
      JsonObject question = new JsonObject();
      question.addProperty("id", id);
      question.addProperty("server_request_id", questionId);
      question.addProperty("action", "fetch_firestore_document");
      question.addProperty("status", "ok");
      question.add("context", context);
      JsonObject fetched = wire.ask(questionId, question);
      id = questionId;
      return fetched.get("status").getAsString().equals("ok") ? fetched.getAsJsonObject("result") : null;
    }

    void finish(Verdict verdict) {
      JsonObject answer = new JsonObject();
      answer.addProperty("id", id);
      answer.addProperty("status", "ok");
      answer.add("result", verdict.result);
      answer.add("errors", verdict.errors);
      answer.add("warnings", verdict.warnings);
      try {
        wire.send(answer);
      } catch (IOException gone) {
        System.err.println("nobody reads the answers any more: " + gone.getMessage());
      }
    }
  }

  /** Lines of JSON to and from the emulator. */
  private static final class Wire {
    /**
     * firebase-tools below 15.25 takes whatever one read of the pipe yields for one object, so of two short
     * answers in a row both are lost (https://github.com/firebase/firebase-tools/issues/6194). A read yields
     * 64 KiB at most and blanks around an object are trimmed: answers of that size never share a read.
     */
    private static final int ANSWER_BYTES = 65_536;

    private static final int FETCH_TIMEOUT_SECONDS = 10;

    private final OutputStream out;
    private final Map<Integer, CompletableFuture<JsonObject>> questions = new ConcurrentHashMap<>();
    /** The emulator counts its requests from 0; ours start far above. */
    private final AtomicInteger nextQuestionId = new AtomicInteger(1_000_000_000);

    Wire(OutputStream out) {
      this.out = out;
    }

    void announceReady() throws IOException {
      JsonObject ready = new JsonObject();
      ready.addProperty("id", -1);
      ready.addProperty("status", "ok");
      send(ready);
    }

    int nextQuestionId() {
      return nextQuestionId.getAndIncrement();
    }

    JsonObject ask(int questionId, JsonObject question)
        throws IOException, InterruptedException, ExecutionException, TimeoutException {
      CompletableFuture<JsonObject> fetched = new CompletableFuture<>();
      questions.put(questionId, fetched);
      send(question);
      return fetched.get(FETCH_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    /** True when the line answers a question of ours. */
    boolean takeFetched(JsonObject line) {
      CompletableFuture<JsonObject> waiting = questions.remove(line.get("id").getAsInt());
      return waiting != null && waiting.complete(line);
    }

    synchronized void send(JsonObject object) throws IOException {
      byte[] text = object.toString().getBytes(StandardCharsets.UTF_8);
      byte[] line = Arrays.copyOf(text, Math.max(ANSWER_BYTES, text.length + 1));
      Arrays.fill(line, text.length, line.length, (byte) ' ');
      line[line.length - 1] = '\n';
      out.write(line);
      out.flush();
    }
  }

  /** Turns what comes over the wire into values of the rules language. */
  private static final class Values {
    static ExpressionValue nothing() {
      return ExpressionValue.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
    }

    static ExpressionValue fromWire(JsonElement json) throws IOException {
      ExpressionValue.Builder value = ExpressionValue.newBuilder();
      JsonFormat.parser().ignoringUnknownFields().merge(json.toString(), value);
      return value.build();
    }

    static ExpressionPathValue path(String text) {
      ExpressionPathValue.Builder path = ExpressionPathValue.newBuilder();
      for (String segment : text.split("/")) {
        if (!segment.isEmpty()) path.addSegments(ExpressionPathSegmentValue.newBuilder().setSimple(segment));
      }
      return path.build();
    }

    static String pathText(ExpressionPathValue path) {
      StringBuilder text = new StringBuilder();
      for (ExpressionPathSegmentValue segment : path.getSegmentsList()) {
        text.append('/').append(segment.getSimple());
      }
      return text.toString();
    }

    /** What {@code firestore.get()} yields: a resource with its {@code data}. */
    static ExpressionValue firestoreDocument(JsonObject document) throws Exception {
      ExpressionMapValue.Builder resource = ExpressionMapValue.newBuilder().putFields("data", firestoreMap(document));
      return ExpressionValue.newBuilder().setMapValue(resource).build();
    }

    private static ExpressionValue firestoreMap(JsonObject holder) throws Exception {
      ExpressionMapValue.Builder map = ExpressionMapValue.newBuilder();
      if (holder.has("fields")) {
        for (Map.Entry<String, JsonElement> field : holder.getAsJsonObject("fields").entrySet()) {
          map.putFields(field.getKey(), firestoreValue(field.getValue().getAsJsonObject()));
        }
      }
      return ExpressionValue.newBuilder().setMapValue(map).build();
    }

    private static ExpressionValue firestoreList(JsonObject holder) throws Exception {
      ExpressionListValue.Builder list = ExpressionListValue.newBuilder();
      if (holder.has("values")) {
        for (JsonElement item : holder.getAsJsonArray("values")) {
          list.addValues(firestoreValue(item.getAsJsonObject()));
        }
      }
      return ExpressionValue.newBuilder().setListValue(list).build();
    }

    /** Firestore's REST form names the type: {@code {"stringValue": "…"}}. */
    private static ExpressionValue firestoreValue(JsonObject typed) throws Exception {
      Map.Entry<String, JsonElement> only = typed.entrySet().iterator().next();
      JsonElement given = only.getValue();
      ExpressionValue.Builder value = ExpressionValue.newBuilder();
      return switch (only.getKey()) {
        case "stringValue", "referenceValue" -> value.setStringValue(given.getAsString()).build();
        case "booleanValue" -> value.setBoolValue(given.getAsBoolean()).build();
        case "integerValue" -> value.setIntValue(given.getAsLong()).build();
        case "doubleValue" -> value.setFloatValue(given.getAsDouble()).build();
        case "timestampValue" -> value.setTimestampValue(Timestamps.parse(given.getAsString())).build();
        case "bytesValue" -> value.setBytesValue(bytes(given)).build();
        case "geoPointValue" -> value.setLatlngValue(latLng(given.getAsJsonObject())).build();
        case "arrayValue" -> firestoreList(given.getAsJsonObject());
        case "mapValue" -> firestoreMap(given.getAsJsonObject());
        default -> nothing();
      };
    }

    private static ByteString bytes(JsonElement base64) {
      return ByteString.copyFrom(Base64.getDecoder().decode(base64.getAsString()));
    }

    private static LatLng latLng(JsonObject point) {
      return LatLng.newBuilder()
          .setLatitude(point.has("latitude") ? point.get("latitude").getAsDouble() : 0)
          .setLongitude(point.has("longitude") ? point.get("longitude").getAsDouble() : 0)
          .build();
    }
  }
}
