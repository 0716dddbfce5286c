using System.Globalization;
using System.Text.Json;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>What is written down about calls, groups, business numbers and what users choose.</summary>
internal sealed partial class Recorder :
    IAutomaticEventsHandler,
    IBusinessUsernameUpdatesHandler,
    ICallsHandler,
    IConsumerProfileHandler,
    IGroupLifecycleUpdateHandler,
    IGroupParticipantsUpdateHandler,
    IGroupSettingsUpdateHandler,
    IGroupStatusUpdateHandler,
    IPhoneNumberNameUpdateHandler,
    IPhoneNumberQualityUpdateHandler,
    ISecurityHandler,
    ITrackingEventsHandler,
    IUserIdUpdateHandler,
    IUserPreferencesHandler
{
    public ValueTask OnPurchaseAsync(AutomaticEvent automaticEvent, AutomaticEventsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Time(automaticEvent.Timestamp), Number(automaticEvent.CustomData.Value), automaticEvent.CustomData.Currency);

    public ValueTask OnAutomaticEventAsync(AutomaticEvent automaticEvent, AutomaticEventsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Time(automaticEvent.Timestamp));

    public ValueTask OnBusinessUsernameUpdateAsync(BusinessUsernameUpdate businessUsernameUpdate, BusinessUsernameUpdatesContext context, CancellationToken cancellationToken) =>
        Add(
            context.Delivery,
            businessUsernameUpdate.Status?.ToString() ?? businessUsernameUpdate.Decision?.ToString(),
            businessUsernameUpdate.Username ?? businessUsernameUpdate.RequestedUsername,
            Number(businessUsernameUpdate.RejectionReasons.Count));

    public ValueTask OnConnectAsync(Call call, CallsContext context, CancellationToken cancellationToken) =>
        Add(
            context.Delivery,
            Time(call.Timestamp),
            call.Direction?.ToString(),
            call.Session.SdpType?.ToString(),
            Number(call.Session.Sdp?.Length),
            call.Connection.Webrtc.Sdp,
            context.Contact.Profile.Name);

    public ValueTask OnTerminateAsync(Call call, CallsContext context, CancellationToken cancellationToken) =>
        Add(
            context.Delivery,
            call.Status?.ToString(),
            Time(call.StartTime),
            Time(call.EndTime),
            Number(call.Duration),
            context.Errors.Count == 0 ? null : Number(context.Errors[0].Code),
            context.Contact.UserId);

    public ValueTask OnRecordingAvailableAsync(Call call, CallsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Time(call.Timestamp), call.CallRecording.Audio.MimeType);

    public ValueTask OnTranscriptionAvailableAsync(Call call, CallsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Time(call.Timestamp), call.CallTranscript.Document.MimeType);

    public ValueTask OnCallAsync(Call call, CallsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Time(call.Timestamp), call.Direction?.ToString(), call.From, call.To);

    public ValueTask OnCallStatusAsync(CallStatus callStatus, CallsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(callStatus.RecipientId, callStatus.RecipientUserId), Time(callStatus.Timestamp), context.Contact.Profile.Name);

    public ValueTask OnConsumerProfileUpdateAsync(ConsumerProfileUpdate consumerProfileUpdate, ConsumerProfileContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Members(consumerProfileUpdate.Json));

    public ValueTask OnCreateAsync(GroupLifecycleUpdate groupLifecycleUpdate, GroupLifecycleUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Time(groupLifecycleUpdate.Timestamp), groupLifecycleUpdate.Subject, groupLifecycleUpdate.JoinApprovalMode?.ToString(), Number(groupLifecycleUpdate.Errors.Count));

    public ValueTask OnGroupLifecycleUpdateAsync(GroupLifecycleUpdate groupLifecycleUpdate, GroupLifecycleUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Time(groupLifecycleUpdate.Timestamp), Number(groupLifecycleUpdate.Errors.Count));

    public ValueTask OnParticipantsAddAsync(GroupParticipantsUpdate groupParticipantsUpdate, GroupParticipantsUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Time(groupParticipantsUpdate.Timestamp), groupParticipantsUpdate.Reason, People(groupParticipantsUpdate.AddedParticipants));

    public ValueTask OnParticipantsRemoveAsync(GroupParticipantsUpdate groupParticipantsUpdate, GroupParticipantsUpdateContext context, CancellationToken cancellationToken) =>
        Add(
            context.Delivery,
            Time(groupParticipantsUpdate.Timestamp),
            groupParticipantsUpdate.InitiatedBy?.ToString(),
            People(groupParticipantsUpdate.RemovedParticipants),
            People(groupParticipantsUpdate.FailedParticipants),
            Number(groupParticipantsUpdate.Errors.Count));

    public ValueTask OnJoinRequestCreatedAsync(GroupParticipantsUpdate groupParticipantsUpdate, GroupParticipantsUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, groupParticipantsUpdate.JoinRequestId, Who(groupParticipantsUpdate.WaId, groupParticipantsUpdate.UserId));

    public ValueTask OnJoinRequestRevokedAsync(GroupParticipantsUpdate groupParticipantsUpdate, GroupParticipantsUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, groupParticipantsUpdate.JoinRequestId, Who(groupParticipantsUpdate.WaId, groupParticipantsUpdate.UserId), groupParticipantsUpdate.Username);

    public ValueTask OnGroupSettingsUpdateAsync(GroupSettingsUpdate groupSettingsUpdate, GroupSettingsUpdateContext context, CancellationToken cancellationToken) =>
        Add(
            context.Delivery,
            Time(groupSettingsUpdate.Timestamp),
            groupSettingsUpdate.ProfilePicture.MimeType,
            groupSettingsUpdate.ProfilePicture.UpdateSuccessful?.ToString(),
            groupSettingsUpdate.GroupSubject.Text,
            groupSettingsUpdate.GroupSubject.UpdateSuccessful?.ToString(),
            Number(groupSettingsUpdate.Errors.Count));

    public ValueTask OnGroupStatusUpdateAsync(GroupStatusUpdate groupStatusUpdate, GroupStatusUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Time(groupStatusUpdate.Timestamp));

    public ValueTask OnPhoneNumberNameUpdateAsync(PhoneNumberNameUpdate phoneNumberNameUpdate, PhoneNumberNameUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, phoneNumberNameUpdate.Decision?.ToString(), phoneNumberNameUpdate.RejectionReason?.ToString(), context.Entry.Id);

    public ValueTask OnPhoneNumberQualityUpdateAsync(PhoneNumberQualityUpdate phoneNumberQualityUpdate, PhoneNumberQualityUpdateContext context, CancellationToken cancellationToken) =>
        Add(
            context.Delivery,
            phoneNumberQualityUpdate.EventText,
            phoneNumberQualityUpdate.CurrentLimit?.ToString(),
            phoneNumberQualityUpdate.OldLimit?.ToString(),
            phoneNumberQualityUpdate.MaxDailyConversationsPerBusiness?.ToString());

    public ValueTask OnSecurityUpdateAsync(SecurityUpdate securityUpdate, SecurityContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, securityUpdate.Event?.ToString(), securityUpdate.Requester);

    public ValueTask OnTrackingEventAsync(TrackingEvent trackingEvent, TrackingEventsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Members(trackingEvent.Json));

    public ValueTask OnUserIdUpdateAsync(UserIdUpdate userIdUpdate, UserIdUpdateContext context, CancellationToken cancellationToken) =>
        Add(
            context.Delivery,
            Time(userIdUpdate.Timestamp),
            Who(userIdUpdate.WaId, userIdUpdate.UserId.Current),
            userIdUpdate.ParentUserId.Current,
            context.Contact.Profile.Name);

    public ValueTask OnUserPreferenceAsync(UserPreference userPreference, UserPreferencesContext context, CancellationToken cancellationToken) =>
        Add(
            context.Delivery,
            Time(userPreference.Timestamp),
            Who(userPreference.WaId, userPreference.UserId),
            userPreference.Category?.ToString(),
            context.Contact.Profile.Name);

    private static string? Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);

    private static string Members(RawJson json)
    {
        using var document = JsonDocument.Parse(json.Utf8.ToArray());
        return string.Join(", ", document.RootElement.EnumerateObject().Select(static p => p.Name).Order(StringComparer.Ordinal));
    }

    private static string People(ViewList<GroupParticipant> participants)
    {
        var people = new List<string>();
        foreach (GroupParticipant participant in participants)
        {
            people.Add($"{participant.Input ?? "-"} {Who(participant.WaId, participant.UserId)} {participant.Errors.Count.ToString(CultureInfo.InvariantCulture)}");
        }

        return string.Join("; ", people);
    }
}
